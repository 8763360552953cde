package io.brokerscope.monitor.canary;

import java.util.Map;

/**
 * Kafka's own topic of committed offsets: a group's coordinator is the leader of its partition.
 *
 * @param partitions how many
 * @param leaders by partition; of one without a leader the last
 */
record OffsetsTopic(int partitions, Map<Integer, Integer> leaders) {
  static final String NAME = "__consumer_offsets";

  OffsetsTopic {
    leaders = Map.copyOf(leaders);
  }
}
