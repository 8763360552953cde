package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig.CanaryTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  private static final CanaryTopic MANAGED = new CanaryTopic("canary", 3, true, false);
  private static final CanaryTopic REASSIGNED = new CanaryTopic("canary", 3, true, true);

  private final BrokerLooks brokers = new BrokerLooks();
  private final List<TopicPartitionInfo> partitions = new ArrayList<>();

  @Test
  void a_new_topic_has_a_partition_for_every_broker() {
    looks(3, 1, 2, 4, 5);

    assertEquals(
        List.of(
            new TopicChange.Create(
                Map.of(
                    0, List.of(1, 2, 4),
                    1, List.of(2, 4, 5),
                    2, List.of(4, 5, 1),
                    3, List.of(5, 1, 2)))),
        new TopicPlan(MANAGED, brokers).changes(Optional.empty()));
  }

  @Test
  void a_new_topic_has_no_more_replicas_than_there_are_brokers() {
    looks(10, 6);

    assertEquals(
        List.of(new TopicChange.Create(Map.of(0, List.of(6)))),
        new TopicPlan(MANAGED, brokers).changes(Optional.empty()));
  }

  @Test
  void a_topic_is_not_made_while_brokers_are_still_joining() {
    TopicPlan plan = new TopicPlan(MANAGED, brokers);
    looks(5, 1);
    looks(2, 1, 2, 3);
    assertEquals(List.of(), plan.changes(Optional.empty()));

    looks(1, 1, 2, 3);

    assertEquals(1, plan.changes(Optional.empty()).size());
  }

  @Test
  void a_topic_that_is_made_while_a_broker_is_down_has_replicas_for_its_return() {
    Node down = new Node(3, "localhost", 9092, null, true);
    for (int i = 0; i < 3; i++) {
      brokers.looked(List.of(node(1), node(2), down), true, Set.of());
    }

    assertEquals(
        List.of(new TopicChange.Create(Map.of(0, List.of(1, 2, 3), 1, List.of(2, 3, 1)))),
        new TopicPlan(MANAGED, brokers).changes(Optional.empty()));
  }

  @Test
  void a_topic_that_is_not_ours_to_manage_is_left_alone() {
    looks(3, 1, 2, 3);
    CanaryTopic unmanaged = new CanaryTopic("canary", 3, false, true);
    partition(2, List.of(1, 2), List.of(1, 2));

    assertEquals(List.of(), new TopicPlan(unmanaged, brokers).changes(Optional.empty()));
    assertEquals(List.of(), changes(unmanaged));
  }

  @Test
  void a_topic_as_it_should_be_needs_nothing() {
    looks(3, 1, 2);
    partition(1, List.of(1, 2), List.of(2, 1));
    partition(2, List.of(2, 1), List.of(2, 1));

    assertEquals(List.of(), changes(MANAGED));
  }

  @Test
  void a_new_broker_gets_a_partition_once_it_has_settled() {
    looks(2, 1, 2, 3, 4);
    partition(1, List.of(1, 2), List.of(1, 2));
    partition(2, List.of(2, 1), List.of(1, 2));
    assertEquals(List.of(), changes(MANAGED));

    looks(1, 1, 2, 3, 4);

    assertEquals(
        List.of(new TopicChange.AddPartitions(4, List.of(List.of(3, 4, 1), List.of(4, 1, 2)))),
        changes(MANAGED));
  }

  @Test
  void a_broker_that_is_back_gets_its_partition_back() {
    looks(3, 1, 2, 3);
    partition(2, List.of(1, 2, 3), List.of(2, 3, 1));
    partition(2, List.of(2, 3, 1), List.of(2, 3, 1));
    partition(2, List.of(3, 1, 2), List.of(2, 1));

    assertEquals(List.of(new TopicChange.ElectPreferred(Set.of(0))), changes(MANAGED));
  }

  @Test
  void replicas_of_a_broker_that_is_gone_stay_by_default() {
    looks(3, 1, 2, 3);
    partition(1, List.of(1, 2, 9), List.of(1, 2));
    partition(2, List.of(2, 3, 1), List.of(2, 3, 1));
    partition(3, List.of(3, 1, 2), List.of(3, 1, 2));

    assertEquals(List.of(), changes(MANAGED));
  }

  @Test
  void replicas_of_a_broker_that_is_gone_move_to_live_ones_if_they_may() {
    looks(3, 1, 2, 3);
    partition(1, List.of(1, 2, 9), List.of(1, 2));
    partition(2, List.of(2, 3, 1), List.of(2, 3, 1));
    partition(3, List.of(3, 1, 2), List.of(3, 1, 2));

    assertEquals(
        List.of(new TopicChange.Reassign(Map.of(0, List.of(1, 2, 3)))), changes(REASSIGNED));
  }

  private List<TopicChange> changes(CanaryTopic settings) {
    return new TopicPlan(settings, brokers)
        .changes(Optional.of(new TopicDescription("canary", false, partitions)));
  }

  private void looks(int count, Integer... unfenced) {
    for (int i = 0; i < count; i++) {
      brokers.looked(nodes(List.of(unfenced)), true, Set.of(1, 2, 3, 9));
    }
  }

  private void partition(int leader, List<Integer> replicas, List<Integer> inSync) {
    partitions.add(
        new TopicPartitionInfo(
            partitions.size(), node(leader), nodes(replicas), nodes(inSync), List.of(), List.of()));
  }

  private static List<Node> nodes(List<Integer> ids) {
    return Stream.of(ids).flatMap(List::stream).map(TopicPlanTest::node).toList();
  }

  private static Node node(int id) {
    return new Node(id, "localhost", 9092);
  }
}
