package io.brokerscope.monitor.lag;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What is known of a group, over the cycles. For the cycle's thread. */
final class GroupHistory {
  private final Map<TopicPartition, Position> positions = new HashMap<>();
  private Group group;
  private int cyclesWithoutAnswer;

  GroupHistory(Group group) {
    this.group = group;
  }

  Group group() {
    return group;
  }

  Map<TopicPartition, Position> positions() {
    return positions;
  }

  /**
   * Takes what the coordinator says now.
   *
   * @param committed all that the group has committed
   * @param cycles that a status is judged by
   */
  void answered(Group now, Map<TopicPartition, Long> committed, int cycles, long nanoTime) {
    group = now;
    cyclesWithoutAnswer = 0;
    positions.keySet().retainAll(committed.keySet());
    committed.forEach(
        (partition, offset) ->
            positions
                .computeIfAbsent(partition, key -> new Position(now.id(), key, cycles))
                .commit(offset, nanoTime));
  }

  /** Forgets how the group did in a partition, whose topic was made again. */
  void startAfresh(TopicPartition partition, int cycles, long nanoTime) {
    positions.computeIfPresent(
        partition,
        (key, old) -> {
          Position afresh = new Position(group.id(), key, cycles);
          afresh.commit(old.committed(), nanoTime);
          return afresh;
        });
  }

  /** Notes that the coordinator did not answer; returns for how many cycles it has not. */
  int notAnswered() {
    return ++cyclesWithoutAnswer;
  }
}
