package io.brokerscope.monitor.canary;

import java.util.Map;

/**
 * Kafka's own topic of committed offsets: a group's coordinator is the leader of its partition.
 *
 * @param partitions how many, those without a leader too
 * @param leaders by partition
 */
record OffsetsTopic(int partitions, Map<Integer, Integer> leaders) {
  static final String NAME = "__consumer_offsets";

  OffsetsTopic {
    leaders = Map.copyOf(leaders);
  }
}
