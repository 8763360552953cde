package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.TestConfig;
import io.brokerscope.monitor.cluster.Offsets;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.Group.Members;
import io.brokerscope.monitor.lag.GroupAnswers.Gaps;
import io.brokerscope.monitor.lag.LagView.GroupRow;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagTrackerTest {
  private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
  private static final Topics NO_TOPICS = new Topics(Map.of(), true, 0);
  private static final Offsets NO_OFFSETS = new Offsets(Map.of(), Map.of(), 0);

  private static final Map<String, Group> DESCRIBED =
      Map.of(
          "g",
          new Group(
              "g",
              "Stable",
              "Consumer",
              "range",
              OptionalInt.of(1),
              Members.of(List.of(Set.of(PARTITION)))));
  private static final Map<String, Map<TopicPartition, Long>> COMMITTED =
      Map.of("g", Map.of(PARTITION, 7L));

  private final LagTracker lag = new LagTracker(TestConfig.of("127.0.0.1:1"));

  @Test
  void aGroupThatNobodyHasDescribedIsNotShown() {
    assertEquals(List.of(), membersAfter(Map.of(), COMMITTED));
  }

  @Test
  void aGroupKeepsItsMembersWhileNobodyDescribesIt() {
    assertEquals(List.of(1), membersAfter(DESCRIBED, COMMITTED));
    assertEquals(List.of(1), membersAfter(Map.of(), COMMITTED));
  }

  @Test
  void aGroupWhoseCommitsDoNotComeIsForgottenAfterTwoCyclesAndStaysSo() {
    membersAfter(DESCRIBED, COMMITTED);
    assertEquals(List.of(1), membersAfter(DESCRIBED, Map.of()));
    assertEquals(List.of(1), membersAfter(DESCRIBED, Map.of()));
    for (int i = 0; i < 4; i++) {
      assertEquals(List.of(), membersAfter(DESCRIBED, Map.of()));
    }

    assertEquals(List.of(1), membersAfter(DESCRIBED, COMMITTED));
  }

  /** The members of each group that is shown after a cycle. */
  private List<Integer> membersAfter(
      Map<String, Group> described, Map<String, Map<TopicPartition, Long>> committed) {
    GroupAnswers answers =
        new GroupAnswers(true, Set.of("g"), described, committed, new Gaps(0, false, true));
    lag.update(answers, NO_TOPICS, NO_OFFSETS);
    return lag.view(NO_TOPICS).groups().stream().map(GroupRow::members).toList();
  }
}
