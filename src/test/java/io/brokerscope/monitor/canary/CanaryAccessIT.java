package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodePorts;
import io.brokerscope.kafka.Await;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real broker that wants a password and grants nothing by itself. */
@Timeout(180)
class CanaryAccessIT {
  private static final String PASSWORD = "correct-horse";
  private static final String WRONG_PASSWORD = "battery-staple";

  /** README's table of ACLs, but Alter on the cluster: one broker alone has nothing to elect. */
  private static final List<AclBinding> LEAST_PRIVILEGE =
      Stream.of(
              acls(
                  ResourceType.TOPIC,
                  Canaries.TOPIC,
                  AclOperation.CREATE,
                  AclOperation.READ,
                  AclOperation.WRITE,
                  AclOperation.ALTER),
              acls(ResourceType.TOPIC, OffsetsTopic.NAME, AclOperation.DESCRIBE),
              acls(ResourceType.GROUP, "kafka-canary-", AclOperation.READ, AclOperation.DELETE))
          .flatMap(List::stream)
          .toList();

  private static KafkaCluster cluster;
  private static Admin admin;

  @BeforeAll
  static void startCluster() throws Exception {
    cluster = KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), 1);
    KafkaNode node = cluster.nodes().get(0);
    node.configure(secured(node.ports()));
    cluster.start(ports -> List.of());
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
  }

  @AfterAll
  static void stopCluster() {
    if (admin != null) {
      admin.close();
    }
    cluster.close();
  }

  @AfterEach
  void revokeAll() throws Exception {
    admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
  }

  @Test
  void a_wrong_password_is_not_tried_over_and_over() throws Exception {
    Canaries canaries = canaries(WRONG_PASSWORD);
    long before = failedAuthentications();
    try (Canary canary = canaries.start("wrong")) {
      Await.until("the error", canaries::log, log -> !log.isEmpty());
      Thread.sleep(10_000);

      assertEquals(1, failedAuthentications() - before);
      assertEquals(0, CanaryReading.of(canary).sum("kafka_canary_up"));
      assertTrue(
          canary.state().topicProblem().orElseThrow().contains("SaslAuthenticationException"));
    }
    assertTrue(canaries.log().get(0).contains("SaslAuthenticationException"));
    assertFalse(canaries.log().toString().contains(WRONG_PASSWORD));
  }

  @Test
  void without_rights_it_says_so_and_with_the_least_of_them_it_works() throws Exception {
    try (Canary canary = canaries(PASSWORD).start("rights")) {
      Await.until(
          "a refusal",
          canary::state,
          state -> state.topicProblem().orElse("").contains("TopicAuthorizationException"));
      assertEquals(0, CanaryReading.of(canary).sum("kafka_canary_up"));

      admin.createAcls(LEAST_PRIVILEGE).all().get();

      Await.until("all checks up", () -> CanaryReading.of(canary), CanaryReading::isUp);
      assertEquals(List.of(), canary.state().topicProblem().stream().toList());
    }
    assertTrue(
        admin.listGroups().all().get().stream()
            .noneMatch(group -> group.groupId().startsWith("kafka-canary-")));
  }

  @Test
  void rights_that_are_taken_away_are_failures_of_every_check() throws Exception {
    admin.createAcls(LEAST_PRIVILEGE).all().get();
    try (Canary canary = canaries(PASSWORD).start("revoked")) {
      Await.until("all checks up", () -> CanaryReading.of(canary), CanaryReading::isUp);

      revokeAll();

      Await.until(
          "all checks down",
          () -> CanaryReading.of(canary),
          read ->
              read.sum("kafka_canary_up") == 0
                  && read.counted("error", "kafka_canary_produce_errors_total")
                      .contains("TopicAuthorizationException"));
      admin.createAcls(LEAST_PRIVILEGE).all().get();
      Await.until("all checks up again", () -> CanaryReading.of(canary), CanaryReading::isUp);
    }
  }

  private static List<String> secured(NodePorts ports) {
    return List.of(
        "listeners=PLAINTEXT://127.0.0.1:%d,SASL_PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(ports.client(), ports.metrics(), ports.controller()),
        "listener.security.protocol.map="
            + "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
        "listener.name.sasl_plaintext.sasl.enabled.mechanisms=PLAIN",
        "listener.name.sasl_plaintext.plain.sasl.jaas.config="
            + "org.apache.kafka.common.security.plain.PlainLoginModule required user_canary=\"%s\";"
                .formatted(PASSWORD),
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS");
  }

  private static Canaries canaries(String password) {
    return new Canaries(
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + cluster.nodes().get(0).ports().metrics(),
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"canary\" password=\"%s\";"
                .formatted(password)));
  }

  private static long failedAuthentications() {
    return cluster
        .nodes()
        .get(0)
        .log()
        .lines()
        .filter(line -> line.contains("Failed authentication"))
        .count();
  }

  private static List<AclBinding> acls(
      ResourceType type, String prefix, AclOperation... operations) {
    return Stream.of(operations)
        .map(
            operation ->
                new AclBinding(
                    new ResourcePattern(type, prefix, PatternType.PREFIXED),
                    new AccessControlEntry("User:canary", "*", operation, AclPermissionType.ALLOW)))
        .toList();
  }
}
