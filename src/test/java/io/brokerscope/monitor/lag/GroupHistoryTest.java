package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.brokerscope.monitor.lag.Group.Members;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupHistoryTest {
  private static final Group GROUP =
      new Group("g", "Empty", "Classic", "", OptionalInt.empty(), Members.of(List.of()));
  private static final TopicPartition A2 = new TopicPartition("a", 2);
  private static final TopicPartition A10 = new TopicPartition("a", 10);
  private static final TopicPartition B0 = new TopicPartition("b", 0);

  private final GroupHistory history = new GroupHistory(GROUP);

  @Test
  void positionsStandInTheOrderOfTheirPartitions() {
    answered(Map.of(B0, 1L, A2, 1L));
    answered(Map.of(B0, 1L, A10, 1L, A2, 1L));

    assertEquals(List.of(A2, A10, B0), List.copyOf(history.positions().keySet()));
  }

  @Test
  void aNewPartitionLeavesTheOthersPositions() {
    answered(Map.of(B0, 1L));
    Position before = history.positions().get(B0);
    answered(Map.of(B0, 5L, A2, 1L));

    assertSame(before, history.positions().get(B0));
    assertEquals(5, before.committed());
  }

  @Test
  void aPartitionThatIsNoLongerCommittedToIsForgotten() {
    answered(Map.of(B0, 1L, A2, 1L));
    answered(Map.of(A2, 1L, A10, 1L));

    assertEquals(List.of(A2, A10), List.copyOf(history.positions().keySet()));
  }

  private void answered(Map<TopicPartition, Long> committed) {
    history.committed(
        committed,
        (group, partition) -> new Position(group, partition, new PartitionHistory(), 3),
        System.nanoTime());
  }
}
