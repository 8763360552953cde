package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.monitor.TestConfig;
import io.brokerscope.monitor.cluster.Offsets;
import io.brokerscope.monitor.cluster.Topic;
import io.brokerscope.monitor.cluster.Topic.Partition;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.Group.Members;
import io.brokerscope.monitor.lag.GroupAnswers.Gaps;
import io.brokerscope.monitor.lag.LagView.GroupRow;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
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

  private static final MonitorConfig CONFIG = TestConfig.of("127.0.0.1:1");
  private static final int STATUS_CYCLES = CONFIG.lag().statusIntervals();

  private final LagTracker lag = new LagTracker(CONFIG);

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

  @Test
  void inATopicThatIsMadeAgainAGroupStartsAfresh() {
    for (int cycle = 0; cycle < STATUS_CYCLES; cycle++) {
      statusAfter(new Uuid(1, 1), 10);
    }
    assertEquals(Status.STALL, statusAfter(new Uuid(1, 1), 10));

    assertEquals(Status.NONE, statusAfter(new Uuid(1, 2), 11));
  }

  /** What the group, whose commit stays, does in the topic with that id and end after a cycle. */
  private Status statusAfter(Uuid topicId, long end) {
    Topics topics =
        new Topics(
            Map.of(
                PARTITION.topic(),
                new Topic(
                    PARTITION.topic(),
                    topicId,
                    List.of(new Partition(PARTITION.partition(), 1, List.of(1), List.of(1))))),
            true,
            0);
    lag.update(
        answers(DESCRIBED, COMMITTED),
        topics,
        new Offsets(Map.of(PARTITION, end), Map.of(PARTITION, 0L), 0));
    return lag.view(topics).partitions().get(0).lag().status();
  }

  /** The members of each group that is shown after a cycle. */
  private List<Integer> membersAfter(
      Map<String, Group> described, Map<String, Map<TopicPartition, Long>> committed) {
    lag.update(answers(described, committed), NO_TOPICS, NO_OFFSETS);
    return lag.view(NO_TOPICS).groups().stream().map(GroupRow::members).toList();
  }

  private static GroupAnswers answers(
      Map<String, Group> described, Map<String, Map<TopicPartition, Long>> committed) {
    return new GroupAnswers(true, Set.of("g"), described, committed, new Gaps(0, false, true));
  }
}
