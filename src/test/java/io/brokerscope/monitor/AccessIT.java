package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a monitor tells that may not log in, may see nothing, or just what README asks for, with and
 * without TLS.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {
  private static final Map<String, String> MAY_DESCRIBE = mayDescribe("cluster");

  private static GuardedCluster cluster;
  private static Histories histories;
  private static int topicsMade;

  @BeforeAll
  static void start() throws Exception {
    cluster = GuardedCluster.start();
    histories = new Histories(cluster.openServers());
    histories.createTopic("orders", 3, Map.of());
    histories.write("orders", Collections.nCopies(100, System.currentTimeMillis() - 60_000));
    histories.commit("readers", "orders", 40);
  }

  @AfterAll
  static void end() {
    histories.close();
    cluster.close();
  }

  @Test
  @Order(1)
  void a_wrong_password_is_said_and_not_shown() throws Exception {
    String wrong = "Plugh-0815";
    try (MonitorFixture monitor =
        new MonitorFixture(TestConfig.of(cluster.clientSettings(wrong)))) {
      monitor.await(
          "kafka_monitor_errors_total",
          Map.of("operation", "describe_cluster", "error", "SaslAuthenticationException"),
          count -> count == 1);
      Thread.sleep(5_000); // A client that went on would be refused again meanwhile.

      HttpResponse<String> page = monitor.get("/metrics");
      assertEquals(0, monitor.value("kafka_up", Map.of()));
      assertEquals(
          1,
          monitor.value(
              "kafka_monitor_errors_total",
              Map.of("operation", "describe_cluster", "error", "SaslAuthenticationException")));
      assertEquals(503, monitor.get("/-/ready").statusCode());
      assertTrue(
          monitor.get("/-/ready").body().contains("SaslAuthenticationException"),
          monitor.get("/-/ready").body());
      assertEquals(200, monitor.get("/-/healthy").statusCode());
      for (String shown : List.of(page.body(), monitor.get("/").body(), monitor.log().toString())) {
        assertFalse(shown.contains(wrong), shown);
      }
    }
  }

  @Test
  @Order(2)
  void a_principal_without_rights_sees_an_empty_cluster_and_says_why() throws Exception {
    try (MonitorFixture monitor = monitor()) {
      monitor.await("kafka_monitor_authorized", MAY_DESCRIBE, value -> value == 0);
      monitor.awaitWholeCycle();
      MetricsPage page = monitor.metrics();

      assertEquals(1, page.value("kafka_up"));
      assertEquals(List.of(), page.named("kafka_topic_partitions"));
      assertEquals(List.of(), page.named("kafka_consumergroup_info"));
      String html = monitor.get("/").body();
      assertTrue(html.contains("may not DESCRIBE the cluster"), html);
    }
  }

  @Test
  @Order(3)
  void a_principal_that_sees_groups_but_no_topics_says_so() throws Exception {
    allow(ResourceType.CLUSTER, "kafka-cluster", AclOperation.DESCRIBE);
    try (MonitorFixture monitor = monitor()) {
      monitor.await("kafka_monitor_authorized", MAY_DESCRIBE, value -> value == 1);
      monitor.await("kafka_monitor_authorized", mayDescribe("topic"), value -> value == 0);
      monitor.await("kafka_monitor_authorized", mayDescribe("group"), value -> value == 0);

      String html = monitor.get("/").body();
      assertTrue(html.contains("may not DESCRIBE __consumer_offsets"), html);
      assertTrue(html.contains("may not DESCRIBE some groups"), html);
      assertTrue(monitor.value("kafka_monitor_collect_missing", Map.of("collector", "all")) >= 1);
    }
  }

  @Test
  @Order(4)
  void with_the_rights_that_readme_lists_all_but_settings_is_told() throws Exception {
    allow(ResourceType.TOPIC, "*", AclOperation.DESCRIBE);
    allow(ResourceType.GROUP, "*", AclOperation.DESCRIBE);
    try (MonitorFixture monitor = monitor()) {
      monitor.await("kafka_monitor_authorized", MAY_DESCRIBE, value -> value == 1);
      Map<String, String> readers =
          Map.of("consumergroup", "readers", "topic", "orders", "partition", "0");
      monitor.await("kafka_consumergroup_lag", readers, lag -> lag == 60);
      monitor.await("kafka_consumergroup_lag_seconds", readers, age -> age >= 60);
      monitor.await("kafka_topic_size_bytes", Map.of("topic", "orders"), bytes -> bytes > 0);
      monitor.await("kafka_monitor_authorized", mayDescribe("topic"), value -> value == 1);
      monitor.await("kafka_monitor_authorized", mayDescribe("group"), value -> value == 1);
      MetricsPage page = monitor.metrics();

      assertTrue(page.value("kafka_cluster_controller_id") > 0);
      assertEquals(
          0, page.value("kafka_monitor_collect_missing", Map.of("collector", "all")).orElseThrow());
      assertEquals(List.of(), page.named("kafka_monitor_errors_total"));
      assertEquals(
          Set.of(""),
          page.named("kafka_topic_info").stream()
              .map(topic -> topic.labels().get("cleanup_policy"))
              .collect(Collectors.toSet()));
    }
  }

  @Test
  @Order(5)
  void with_the_right_to_read_settings_nothing_is_missing() throws Exception {
    allow(ResourceType.TOPIC, "*", AclOperation.DESCRIBE_CONFIGS);
    try (MonitorFixture monitor = monitor()) {
      monitor.await(
          "kafka_topic_info",
          Map.of("topic", "orders", "replication_factor", "3", "cleanup_policy", "delete"),
          value -> value == 1);

      assertEquals(List.of(), monitor.metrics().named("kafka_monitor_errors_total"));
    }
  }

  @Test
  @Order(6)
  void over_TLS_all_is_the_same() throws Exception {
    try (MonitorFixture monitor = new MonitorFixture(TestConfig.of(cluster.tlsSettings()))) {
      Map<String, String> readers =
          Map.of("consumergroup", "readers", "topic", "orders", "partition", "0");
      monitor.await("kafka_consumergroup_lag", readers, lag -> lag == 60);
      monitor.awaitWholeCycle();

      assertEquals(List.of(), monitor.metrics().named("kafka_monitor_errors_total"));
    }
  }

  @Test
  @Order(7)
  void a_certificate_that_nobody_vouches_for_is_refused_and_said() throws Exception {
    try (MonitorFixture monitor =
        new MonitorFixture(TestConfig.of(cluster.distrustfulSettings()))) {
      monitor.await(
          "kafka_monitor_errors_total",
          Map.of("operation", "describe_cluster", "error", "SslAuthenticationException"),
          count -> count >= 1);

      assertEquals(0, monitor.value("kafka_up", Map.of()));
      String reason = monitor.get("/-/ready").body();
      assertTrue(reason.contains("SslAuthenticationException"), reason);
    }
  }

  /** Brokers elect the leaders themselves, only later. */
  @Test
  @Order(8)
  void an_election_that_is_refused_is_one_error_and_not_tried_again() throws Exception {
    for (AclOperation operation :
        Set.of(AclOperation.CREATE, AclOperation.ALTER, AclOperation.READ, AclOperation.WRITE)) {
      allow(ResourceType.TOPIC, "*", operation);
    }
    allow(ResourceType.GROUP, "*", AclOperation.READ);
    allow(ResourceType.GROUP, "*", AclOperation.DELETE);
    try (MonitorFixture monitor =
        new MonitorFixture(
            TestConfig.withCanary(
                TestConfig.of(cluster.clientSettings(GuardedCluster.PASSWORD))))) {
      monitor.await("kafka_canary_up", Map.of("check", "produce"), up -> up == 1);
      preferAnotherLeader(new TopicPartition(TestConfig.CANARY_TOPIC, 0));
      Map<String, String> refused =
          Map.of("operation", "canary_election", "error", "ClusterAuthorizationException");
      monitor.await("kafka_monitor_errors_total", refused, count -> count == 1);
      Thread.sleep(6_000); // More than two looks at the topic.

      assertEquals(1, monitor.value("kafka_monitor_errors_total", refused));
    }
  }

  private static void preferAnotherLeader(TopicPartition partition) throws Exception {
    List<Integer> replicas =
        histories
            .admin()
            .describeTopics(List.of(partition.topic()))
            .allTopicNames()
            .get()
            .get(partition.topic())
            .partitions()
            .get(partition.partition())
            .replicas()
            .stream()
            .map(Node::id)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.rotate(replicas, 1);
    histories
        .admin()
        .alterPartitionReassignments(
            Map.of(partition, Optional.of(new NewPartitionReassignment(replicas))))
        .all()
        .get();
  }

  private static Map<String, String> mayDescribe(String resource) {
    return Map.of("resource", resource, "operation", "describe");
  }

  private static MonitorFixture monitor() throws Exception {
    return new MonitorFixture(TestConfig.of(cluster.clientSettings(GuardedCluster.PASSWORD)));
  }

  private static void allow(ResourceType type, String name, AclOperation operation)
      throws Exception {
    histories
        .admin()
        .createAcls(
            List.of(
                new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry(
                        "User:" + GuardedCluster.USER, "*", operation, AclPermissionType.ALLOW))))
        .all()
        .get();
    awaitOnEveryBroker();
  }

  /** Brokers learn of everything in one order: who leads a topic that was made later knows it. */
  private static void awaitOnEveryBroker() throws Exception {
    histories.createTopic("later-" + ++topicsMade, 3, Map.of());
  }
}
