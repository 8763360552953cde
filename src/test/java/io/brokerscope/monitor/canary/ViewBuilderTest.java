package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig.CanaryTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class ViewBuilderTest {
  private static final int NOBODY = -1;
  private static final CanaryTopic SETTINGS = new CanaryTopic(Canaries.TOPIC, 3, true, false);

  @Test
  void where_offsets_have_no_leader_the_last_one_is_committed_to() {
    CanaryView before = view(CanaryView.NOTHING, Optional.of(offsets(1, 2)));

    CanaryView after = view(before, Optional.of(offsets(1, NOBODY)));

    assertEquals(Map.of(0, 1, 1, 2), after.offsetsTopic().orElseThrow().leaders());
  }

  @Test
  void where_no_leader_was_ever_seen_it_is_the_preferred_one() {
    CanaryView view = view(CanaryView.NOTHING, Optional.of(offsets(NOBODY)));

    assertEquals(Map.of(0, 3), view.offsetsTopic().orElseThrow().leaders());
  }

  @Test
  void a_look_that_does_not_see_the_offsets_changes_nothing() {
    CanaryView before = view(CanaryView.NOTHING, Optional.of(offsets(1, 2)));

    CanaryView after = view(before, Optional.empty());

    assertEquals(before.offsetsTopic(), after.offsetsTopic());
  }

  private static CanaryView view(CanaryView before, Optional<TopicDescription> offsets) {
    return new ViewBuilder(SETTINGS, before).view(Optional.empty(), offsets, List.of(1, 2));
  }

  /** With a leader for each partition; the preferred one is broker 3. */
  private static TopicDescription offsets(int... leaders) {
    List<TopicPartitionInfo> partitions = new ArrayList<>();
    for (int leader : leaders) {
      Node node = leader == NOBODY ? Node.noNode() : node(leader);
      partitions.add(new TopicPartitionInfo(partitions.size(), node, List.of(node(3)), List.of()));
    }
    return new TopicDescription(OffsetsTopic.NAME, true, partitions);
  }

  private static Node node(int id) {
    return new Node(id, "127.0.0.1", 9092);
  }
}
