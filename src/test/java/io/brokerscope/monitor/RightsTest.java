package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.GroupAnswers;
import io.brokerscope.monitor.lag.GroupAnswers.Gaps;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

  @Test
  void anEmptyClusterTellsNothing() {
    assertEquals(Rights.unknown(), Rights.of(topics(false), groups(Set.of(), false, false)));
  }

  @Test
  void whoSeesTheOffsetsTopicMayDescribeTopics() {
    assertEquals(
        new Rights(Optional.of(true), Optional.empty()),
        Rights.of(topics(true), groups(Set.of(), false, false)));
  }

  @Test
  void whoSeesGroupsAndNotTheirTopicMayNot() {
    Rights rights = Rights.of(topics(false), groups(Set.of(), false, true));

    assertEquals(new Rights(Optional.of(false), Optional.empty()), rights);
    assertEquals(1, rights.problems().size());
  }

  @Test
  void aGroupThatIsRefusedIsTold() {
    Rights rights = Rights.of(topics(true), groups(Set.of("g"), true, true));

    assertEquals(new Rights(Optional.of(true), Optional.of(false)), rights);
    assertEquals(1, rights.problems().size());
  }

  private static Topics topics(boolean offsetsListed) {
    return new Topics(Map.of(), offsetsListed, 0);
  }

  private static GroupAnswers groups(Set<String> listed, boolean refused, boolean any) {
    return new GroupAnswers(true, listed, Map.of(), Map.of(), new Gaps(0, refused, any));
  }
}
