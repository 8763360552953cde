package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.kafka.Await;
import io.brokerscope.kafka.SharedProcesses;
import io.brokerscope.monitor.canary.CanaryState.CoordinatorState;
import io.brokerscope.monitor.canary.CanaryState.PartitionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real cluster of three, which every test leaves as it found it: complete and running. */
@Timeout(300)
class CanaryIT {
  private static final Set<String> BROKERS = Set.of("1", "2", "3");
  private static final String INSTANCE = "it";

  private static KafkaCluster cluster;
  private static Admin admin;
  private static Canaries canaries;

  private Canary canary;

  @BeforeAll
  static void startCluster() throws Exception {
    SharedProcesses.endAll();
    cluster = KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), 3);
    for (KafkaNode node : cluster.nodes()) {
      // A dead broker is noticed after 3 s instead of 9 s.
      node.configure(List.of("broker.session.timeout.ms=3000", "broker.heartbeat.interval.ms=500"));
    }
    cluster.start(ports -> List.of());
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    canaries = new Canaries(cluster.bootstrapServers());
  }

  @AfterAll
  static void stopCluster() {
    if (admin != null) {
      admin.close();
    }
    cluster.close();
  }

  @BeforeEach
  void startCanary() throws Exception {
    canary = canaries.start(INSTANCE);
    awaitWhole();
  }

  @AfterEach
  void closeCanary() throws Exception {
    canary.close();
    assertEquals(List.of(), canaryGroups());
  }

  @Test
  void every_broker_leads_a_partition_and_delivers() throws Exception {
    awaitThreeCoordinators();
    CanaryReading reading =
        awaitReading(
            "a message of every broker",
            read ->
                read.counted("broker", "kafka_canary_messages_total", "outcome", "delivered")
                        .equals(BROKERS)
                    && read.counted("coordinator", "kafka_canary_commit_latency_seconds_count")
                        .equals(BROKERS));

    assertEquals(Set.of(1, 2, 3), Set.copyOf(leaders().values()));
    assertEquals(BROKERS, reading.counted("broker", "kafka_canary_produce_latency_seconds_count"));
    assertEquals(
        BROKERS, reading.counted("broker", "kafka_canary_end_to_end_latency_seconds_count"));
    assertEquals(
        BROKERS, reading.counted("coordinator", "kafka_canary_commit_latency_seconds_count"));
    assertNothingLostOrTwice(reading);
  }

  @Test
  void groups_of_an_earlier_start_are_deleted() throws Exception {
    commit("kafka-canary-it-424242");
    commit("kafka-canary-it-4-other");
    canary.close();

    canary = canaries.start(INSTANCE);

    Await.until(
        "the other group only",
        () -> canaryGroups().stream().filter(group -> group.contains("-it-4")).toList(),
        List.of("kafka-canary-it-4-other")::equals);
    admin.deleteConsumerGroups(List.of("kafka-canary-it-4-other")).all().get();
  }

  @Test
  void a_broker_that_is_killed_and_comes_back_costs_nothing_but_failures() throws Exception {
    Map<Integer, Integer> before = leaders();
    whileDown(
        cluster.nodes().get(2),
        () -> {
          awaitReading(
              "failures", read -> read.sum("kafka_canary_produce_total", "result", "failed") > 0);
          Await.until("other leaders", this::leaders, leaders -> !leaders.containsValue(3));
          awaitReading("all works with two brokers", CanaryReading::isUp);
        });

    Await.until("the leaders of before", this::leaders, before::equals);
    awaitWhole();
    CanaryReading settled =
        awaitReading(
            "outcomes of the failed ones",
            read ->
                read.outcomes(Outcome.PRODUCE_FAILED) + read.outcomes(Outcome.UNACKED_DELIVERED)
                    >= read.sum("kafka_canary_produce_total", "result", "failed"));
    assertEquals(0, settled.outcomes(Outcome.LOST));
    assertEquals(
        TopicCopies.read(cluster.bootstrapServers()).beyondTheFirst(),
        settled.sum("kafka_canary_duplicates_total"));
  }

  @Test
  void a_coordinator_s_groups_are_committed_for_where_they_moved() throws Exception {
    awaitThreeCoordinators();
    whileDown(
        cluster.nodes().get(0),
        () -> {
          Await.until("two coordinators", this::coordinators, Set.of(2, 3)::equals);
          CanaryReading moved = CanaryReading.of(canary);
          awaitReading(
              "commits to both that are left",
              read ->
                  committed(read, "2") > committed(moved, "2")
                      && committed(read, "3") > committed(moved, "3")
                      && read.isUp("commit"));
        });

    awaitWhole();
    CanaryReading back = CanaryReading.of(canary);
    awaitThreeCoordinators();
    awaitReading("commits to all three", read -> committed(read, "1") > committed(back, "1"));
  }

  @Test
  void a_topic_that_is_deleted_comes_back_and_delivers() throws Exception {
    admin.deleteTopics(List.of(Canaries.TOPIC)).all().get();
    Await.until(
        "it is missed",
        () -> canary.state().topicProblem().orElse(""),
        problem -> problem.startsWith("there is no topic"));

    awaitWhole();

    CanaryReading back = CanaryReading.of(canary);
    awaitReading(
        "more deliveries",
        read -> read.outcomes(Outcome.DELIVERED) > back.outcomes(Outcome.DELIVERED) + 30);
  }

  @Test
  void too_few_replicas_in_sync_fail_every_probe_until_they_are_back() throws Exception {
    setMinInSync("3");
    try {
      whileDown(
          cluster.nodes().get(1),
          () ->
              awaitReading(
                  "no partition takes a probe",
                  read ->
                      !read.isUp("produce")
                          && read.outcomes(Outcome.PRODUCE_FAILED) > 30
                          && hasErrorOfTooFewReplicas(read)));
    } finally {
      setMinInSync("2");
    }

    awaitWhole();
    assertEquals(0, CanaryReading.of(canary).outcomes(Outcome.LOST));
  }

  @Test
  void two_instances_do_not_disturb_each_other() throws Exception {
    try (Canary other = canaries.start("other")) {
      for (Canary each : List.of(canary, other)) {
        Await.until(
            "deliveries",
            () -> CanaryReading.of(each),
            read -> read.isUp() && read.outcomes(Outcome.DELIVERED) > 100);
      }
      for (Canary each : List.of(canary, other)) {
        assertNothingLostOrTwice(CanaryReading.of(each));
      }
    }
    assertTrue(canaryGroups().stream().noneMatch(group -> group.startsWith("kafka-canary-other-")));
  }

  @Test
  void all_brokers_may_go_and_come_back() throws Exception {
    for (KafkaNode node : cluster.nodes()) {
      node.kill();
    }
    try {
      awaitReading(
          "nothing works",
          read -> read.sum("kafka_canary_up") == 0 && read.outcomes(Outcome.PRODUCE_FAILED) > 30);
      double failed = CanaryReading.of(canary).outcomes(Outcome.PRODUCE_FAILED);
      awaitReading("still tried", read -> read.outcomes(Outcome.PRODUCE_FAILED) > failed + 10);
    } finally {
      cluster.start(ports -> List.of());
    }

    awaitWhole();
    CanaryReading back = CanaryReading.of(canary);
    CanaryReading settled =
        awaitReading(
            "more deliveries",
            read -> read.outcomes(Outcome.DELIVERED) > back.outcomes(Outcome.DELIVERED) + 30);
    assertEquals(0, settled.outcomes(Outcome.LOST));
  }

  /** Something to do that may fail. */
  private interface Body {
    void run() throws Exception;
  }

  private static void whileDown(KafkaNode node, Body body) throws Exception {
    node.kill();
    try {
      body.run();
    } finally {
      node.start(List.of());
    }
  }

  /** Everything works on all three brokers. */
  private void awaitWhole() throws Exception {
    Await.until(
        "every broker leads",
        canary::state,
        state ->
            state.topicProblem().isEmpty()
                && state.partitions().size() == 3
                && !state.coordinators().isEmpty());
    awaitReading("all checks are up", CanaryReading::isUp);
    assertEquals(0, CanaryReading.of(canary).sum("kafka_canary_brokers_without_leader"));
  }

  private CanaryReading awaitReading(String expected, Predicate<CanaryReading> accepted)
      throws Exception {
    return Await.until(expected, () -> CanaryReading.of(canary), accepted);
  }

  private Map<Integer, Integer> leaders() {
    return canary.state().partitions().stream()
        .collect(
            Collectors.toMap(
                PartitionState::partition, PartitionState::leader, (a, b) -> a, TreeMap::new));
  }

  private Set<Integer> coordinators() {
    return canary.state().coordinators().stream()
        .map(CoordinatorState::broker)
        .collect(Collectors.toSet());
  }

  private void awaitThreeCoordinators() throws Exception {
    Await.until("three coordinators", this::coordinatorsAfterElection, Set.of(1, 2, 3)::equals);
  }

  /**
   * Gives the groups back to where they belong, which the cluster itself does every five minutes.
   */
  private Set<Integer> coordinatorsAfterElection() throws Exception {
    TopicDescription offsets =
        admin
            .describeTopics(List.of(OffsetsTopic.NAME))
            .allTopicNames()
            .get()
            .get(OffsetsTopic.NAME);
    Set<TopicPartition> partitions =
        offsets.partitions().stream()
            .map(partition -> new TopicPartition(OffsetsTopic.NAME, partition.partition()))
            .collect(Collectors.toSet());
    // What need not be elected, or cannot be yet, says so; the coordinators tell.
    admin.electLeaders(ElectionType.PREFERRED, partitions).partitions().get();
    return coordinators();
  }

  private static double committed(CanaryReading read, String coordinator) {
    return read.sum("kafka_canary_commit_total", "coordinator", coordinator, "result", "ok");
  }

  /** Retried until the SLA ends, the refusal may end up as a timeout. */
  private static boolean hasErrorOfTooFewReplicas(CanaryReading read) {
    return read.counted("error", "kafka_canary_produce_errors_total").stream()
        .anyMatch(
            error -> error.startsWith("NotEnoughReplicas") || error.equals("TimeoutException"));
  }

  private static void assertNothingLostOrTwice(CanaryReading reading) {
    assertEquals(0, reading.outcomes(Outcome.LOST));
    assertEquals(0, reading.sum("kafka_canary_duplicates_total"));
  }

  private static List<String> canaryGroups() throws Exception {
    return admin.listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith("kafka-canary-"))
        .sorted()
        .toList();
  }

  private static void commit(String group) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        Map.of(new TopicPartition(Canaries.TOPIC, 0), new OffsetAndMetadata(0));
    admin.alterConsumerGroupOffsets(group, offsets).all().get();
  }

  private static void setMinInSync(String replicas) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Canaries.TOPIC);
    AlterConfigOp set =
        new AlterConfigOp(
            new ConfigEntry("min.insync.replicas", replicas), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
  }
}
