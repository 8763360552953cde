package io.brokerscope.packs;

import static io.brokerscope.packs.RegistrationState.FENCED;
import static io.brokerscope.packs.RegistrationState.SHUTTING_DOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The leaders of partitions move from one broker to the other, and a broker shuts down. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("waits-for-brokers")
class BrokerPackElectionIT {
  private static final int CONTROLLER = 1;
  private static final int LEADER = 2;
  private static final int FOLLOWER = 3;

  private static final String TOPIC = "orders";
  private static final int PARTITIONS = 5;
  private static final int MOVED = 2;

  private static final String CONTROLLER_BEAN = "kafka_controller_kafkacontroller_";
  private static final String IMBALANCE = CONTROLLER_BEAN + "preferredreplicaimbalancecount";
  private static final String LEADERS = "kafka_server_replicamanager_leadercount";

  private static final int EXIT_CODE_OF_SIGTERM = 143;

  private static OwnCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster =
        OwnCluster.start(
            OwnCluster.A_CONTROLLER_AND_TWO_BROKERS,
            // Nobody elects leaders but the tests.
            "auto.leader.rebalance.enable=false",
            // A broker that hangs is not given up.
            "broker.session.timeout.ms=120000");
    cluster.createTopic(TOPIC, PARTITIONS, List.of(LEADER, FOLLOWER), Map.of());
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  @Order(1)
  void partitions_whose_preferred_replica_changes_are_counted() throws Exception {
    awaitImbalance(0);
    try (Admin admin = cluster.admin()) {
      admin.alterPartitionReassignments(reversedReplicas()).all().get();
    }

    awaitImbalance(MOVED);
    awaitLeads(LEADER, PARTITIONS);
    awaitLeads(FOLLOWER, 0);
  }

  private static Map<TopicPartition, Optional<NewPartitionReassignment>> reversedReplicas() {
    Map<TopicPartition, Optional<NewPartitionReassignment>> reversed = new HashMap<>();
    for (int partition = 0; partition < MOVED; partition++) {
      reversed.put(
          new TopicPartition(TOPIC, partition),
          Optional.of(new NewPartitionReassignment(List.of(FOLLOWER, LEADER))));
    }
    return reversed;
  }

  @Test
  @Order(2)
  void an_election_of_the_preferred_replicas_ends_the_imbalance() throws Exception {
    try (Admin admin = cluster.admin()) {
      admin.electLeaders(ElectionType.PREFERRED, reversedReplicas().keySet()).all().get();
    }

    awaitImbalance(0);
    awaitLeads(LEADER, PARTITIONS - MOVED);
    awaitLeads(FOLLOWER, MOVED);
  }

  /**
   * A broker may only end when the others know that it leads no more; one that hangs does not come
   * to know.
   */
  @Test
  @Order(3)
  void a_broker_that_shuts_down_is_not_fenced_before_it_ends() throws Exception {
    cluster.node(LEADER).hang();
    CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> stop(FOLLOWER));
    try {
      Figures figures =
          Figures.of(
              cluster.process(CONTROLLER),
              "a broker that shuts down",
              read -> RegistrationState.of(FOLLOWER, read) == SHUTTING_DOWN);
      assertEquals(1, figures.value(CONTROLLER_BEAN + "controlledshutdownbrokercount"));
      assertEquals(0, figures.value(CONTROLLER_BEAN + "fencedbrokercount"));
    } finally {
      cluster.node(LEADER).goOn();
    }

    assertEquals(EXIT_CODE_OF_SIGTERM, ended.get());
    Figures.of(
        cluster.process(CONTROLLER),
        "a broker that has shut down",
        read -> RegistrationState.of(FOLLOWER, read) == FENCED);
    awaitImbalance(MOVED);
  }

  private static int stop(int id) {
    try {
      return cluster.node(id).stop(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitImbalance(int partitions) throws Exception {
    Figures.of(
        cluster.process(CONTROLLER),
        partitions + " partitions that another replica than the preferred one leads",
        read -> read.value(IMBALANCE) == partitions);
  }

  private static void awaitLeads(int broker, int partitions) throws Exception {
    Figures.of(
        cluster.process(broker),
        "leader of %d partitions".formatted(partitions),
        read -> read.value(LEADERS) == partitions);
  }
}
