package io.brokerscope.monitor.lag;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group as its coordinator describes it.
 *
 * @param state in Kafka's words, such as {@code Stable}
 * @param type {@code Classic} or {@code Consumer} (KIP-848)
 * @param protocol the assignor's name; empty for groups that only commit
 */
record Group(
    String id,
    String state,
    String type,
    String protocol,
    OptionalInt coordinator,
    Members members) {

  private static final String EMPTY = "Empty";

  /**
   * The members of a group.
   *
   * @param count all of them
   * @param unassigned those without a partition, which do nothing
   * @param owned the partitions that members have
   */
  record Members(int count, int unassigned, Set<TopicPartition> owned) {

    Members {
      owned = Set.copyOf(owned);
    }

    static Members of(Collection<Set<TopicPartition>> assignments) {
      Set<TopicPartition> owned = new HashSet<>();
      int unassigned = 0;
      for (Set<TopicPartition> assignment : assignments) {
        owned.addAll(assignment);
        unassigned += assignment.isEmpty() ? 1 : 0;
      }
      return new Members(assignments.size(), unassigned, owned);
    }
  }

  boolean isEmpty() {
    return state.equals(EMPTY);
  }
}
