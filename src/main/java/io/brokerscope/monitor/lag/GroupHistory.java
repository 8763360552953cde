package io.brokerscope.monitor.lag;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;

/** What is known of a group, over the cycles. For the cycle's thread. */
final class GroupHistory {
  /** So the rows have an order, and compress better by a third. */
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  private final Map<TopicPartition, Position> positions = new LinkedHashMap<>();
  private Group group;
  private int cyclesWithoutAnswer;

  GroupHistory(Group group) {
    this.group = group;
  }

  Group group() {
    return group;
  }

  /** By name and number of the partition. */
  Map<TopicPartition, Position> positions() {
    return positions;
  }

  void described(Group now) {
    group = now;
  }

  /**
   * Takes what the coordinator says of commits now.
   *
   * @param committed all that the group has committed
   * @param newPosition makes one for a group and a partition it has not committed to before
   */
  void committed(
      Map<TopicPartition, Long> committed,
      BiFunction<String, TopicPartition, Position> newPosition,
      long nanoTime) {
    cyclesWithoutAnswer = 0;
    positions.keySet().retainAll(committed.keySet());
    if (positions.size() < committed.size()) {
      addInOrder(committed.keySet(), newPosition);
    }
    positions.forEach((partition, position) -> position.commit(committed.get(partition), nanoTime));
  }

  private void addInOrder(
      Collection<TopicPartition> all, BiFunction<String, TopicPartition, Position> newPosition) {
    Map<TopicPartition, Position> known = new HashMap<>(positions);
    positions.clear();
    for (TopicPartition partition : all.stream().sorted(ORDER).toList()) {
      positions.put(
          partition, known.computeIfAbsent(partition, key -> newPosition.apply(group.id(), key)));
    }
  }

  /** Forgets how the group did in a partition, whose topic was made again. */
  void startAfresh(TopicPartition partition, int cycles, long nanoTime) {
    positions.computeIfPresent(
        partition,
        (key, old) -> {
          Position afresh = new Position(group.id(), key, old.history(), cycles);
          afresh.commit(old.committed(), nanoTime);
          return afresh;
        });
  }

  /** Notes that the coordinator did not answer; returns for how many cycles it has not. */
  int notAnswered() {
    return ++cyclesWithoutAnswer;
  }
}
