package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.kafka.Await;
import io.brokerscope.monitor.canary.CanaryState.PartitionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A fourth broker joins a cluster of three, and the third one leaves it for good. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryMembershipIT {
  private static KafkaCluster cluster;
  private static Admin admin;
  private static Canaries canaries;
  private static Canary canary;

  @BeforeAll
  static void startThree() throws Exception {
    cluster =
        KafkaCluster.format(
            BrokerJars.of(System.getProperty("kafka.version")),
            List.of(NodeRole.COMBINED, NodeRole.BROKER, NodeRole.BROKER, NodeRole.BROKER));
    List<KafkaNode> three = cluster.nodes().subList(0, 3);
    for (KafkaNode node : three) {
      node.start(List.of());
    }
    for (KafkaNode node : three) {
      node.awaitStarted();
    }
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    canaries = new Canaries(cluster.bootstrapServers());
    canary = canaries.start("it");
    awaitDeliveriesBy(Set.of(1, 2, 3));
  }

  @AfterAll
  static void end() {
    canary.close();
    admin.close();
    cluster.close();
  }

  @Test
  @Order(1)
  void a_broker_that_joins_leads_a_partition_too() throws Exception {
    KafkaNode fourth = cluster.nodes().get(3);
    fourth.start(List.of());
    fourth.awaitStarted();

    awaitDeliveriesBy(Set.of(1, 2, 3, 4));
    assertEquals(0, CanaryReading.of(canary).sum("kafka_canary_brokers_without_leader"));
  }

  @Test
  @Order(2)
  void replicas_on_a_broker_that_left_move_if_they_may() throws Exception {
    cluster.nodes().get(2).kill();
    admin.unregisterBroker(3).all().get();
    awaitDeliveriesBy(Set.of(1, 2, 4));
    assertEquals(Set.of(1, 2, 3, 4), brokersWithReplicas());
    canary.close();

    canary = canaries.start("it", true);

    Await.until(
        "no replica on the broker that left",
        CanaryMembershipIT::brokersWithReplicas,
        Set.of(1, 2, 4)::equals);
    awaitDeliveriesBy(Set.of(1, 2, 4));
  }

  /** Every message that is sent now comes back, and these brokers are the leaders. */
  private static void awaitDeliveriesBy(Set<Integer> leaders) throws Exception {
    Await.until("leaders " + leaders, CanaryMembershipIT::leaders, leaders::equals);
    double before = CanaryReading.of(canary).outcomes(Outcome.DELIVERED);
    Await.until(
        "deliveries by " + leaders,
        () -> CanaryReading.of(canary),
        read -> read.isUp() && read.outcomes(Outcome.DELIVERED) > before + 20);
  }

  private static Set<Integer> leaders() {
    return canary.state().partitions().stream()
        .map(PartitionState::leader)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> brokersWithReplicas() throws Exception {
    return admin
        .describeTopics(List.of(Canaries.TOPIC))
        .allTopicNames()
        .get()
        .get(Canaries.TOPIC)
        .partitions()
        .stream()
        .flatMap(partition -> partition.replicas().stream())
        .map(Node::id)
        .collect(Collectors.toSet());
  }
}
