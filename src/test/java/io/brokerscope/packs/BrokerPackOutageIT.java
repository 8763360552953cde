package io.brokerscope.packs;

import static io.brokerscope.packs.RegistrationState.ACTIVE;
import static io.brokerscope.packs.RegistrationState.FENCED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Both brokers of a cluster go, one after the other, and come back in the order in which they went.
 * Meanwhile the one that was the last has messages that the first does not.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("waits-for-brokers")
class BrokerPackOutageIT {
  private static final int CONTROLLER = 1;
  private static final int LAST_TO_GO = 2;
  private static final int FIRST_TO_GO = 3;

  /** A message of it is acknowledged when one broker has it, so it may be lost. */
  private static final String RISKY = "risky";

  private static final int RISKY_PARTITIONS = 3;

  /** A message of it is acknowledged when both brokers have it. */
  private static final String SAFE = "safe";

  private static final int SAFE_PARTITIONS = 2;
  private static final int ALL_PARTITIONS = RISKY_PARTITIONS + SAFE_PARTITIONS;

  private static final LedPartitions ALL_LACK_ONE =
      new LedPartitions(ALL_PARTITIONS, ALL_PARTITIONS, SAFE_PARTITIONS, RISKY_PARTITIONS);

  private static final String CONTROLLER_BEAN = "kafka_controller_kafkacontroller_";
  private static final String SHUT_DOWN = CONTROLLER_BEAN + "controlledshutdownbrokercount";
  private static final String STATS = "kafka_controller_controllerstats_";
  private static final String UNCLEAN = STATS + "uncleanleaderelections_total";
  private static final String ELIGIBLE = STATS + "electionfromeligibleleaderreplicas_total";

  private static OwnCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster =
        OwnCluster.start(
            OwnCluster.A_CONTROLLER_AND_TWO_BROKERS,
            "broker.session.timeout.ms=6000",
            // Nobody elects leaders but the tests.
            "auto.leader.rebalance.enable=false");
    List<Integer> lastLeads = List.of(LAST_TO_GO, FIRST_TO_GO);
    List<Integer> firstLeads = List.of(FIRST_TO_GO, LAST_TO_GO);
    cluster.createTopic(RISKY, RISKY_PARTITIONS, lastLeads, Map.of("min.insync.replicas", "1"));
    cluster.createTopic(SAFE, SAFE_PARTITIONS, firstLeads, Map.of("min.insync.replicas", "2"));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  @Order(1)
  void at_first_all_is_well() throws Exception {
    assertBrokers(ACTIVE, ACTIVE);
    assertEquals(0, controller().value(SHUT_DOWN));
    assertWithoutLeader(0);
    new LedPartitions(RISKY_PARTITIONS, 0, 0, 0).await(cluster.process(LAST_TO_GO));
    // Two replicas in sync are normal, and for those that must have two just enough.
    new LedPartitions(SAFE_PARTITIONS, 0, 0, SAFE_PARTITIONS).await(cluster.process(FIRST_TO_GO));
  }

  @Test
  @Order(2)
  void a_broker_that_stops_is_fenced_and_missed_by_the_leader_of_its_partitions() throws Exception {
    cluster.node(FIRST_TO_GO).stop(Duration.ofMinutes(1));

    assertBrokers(ACTIVE, FENCED);
    // It had led partitions and gave them away; Kafka knows that until it registers again.
    assertEquals(1, controller().value(SHUT_DOWN));
    assertWithoutLeader(0);
    ALL_LACK_ONE.await(cluster.process(LAST_TO_GO));
  }

  @Test
  @Order(3)
  void a_broker_that_is_killed_leaves_its_partitions_without_a_leader() throws Exception {
    cluster.write(RISKY, RISKY_PARTITIONS, RISKY_PARTITIONS);
    cluster.node(LAST_TO_GO).kill();

    assertBrokers(FENCED, FENCED);
    // The other one.
    assertEquals(1, controller().value(SHUT_DOWN));
    assertWithoutLeader(ALL_PARTITIONS);
  }

  /** Kafka calls them eligible leader replicas: out of sync, and yet they have all messages. */
  @Test
  @Order(4)
  void a_replica_that_has_all_messages_is_elected_when_its_broker_comes_back() throws Exception {
    double before = controller().value(ELIGIBLE);
    cluster.startAgain(FIRST_TO_GO);

    assertBrokers(FENCED, ACTIVE);
    assertEquals(0, controller().value(SHUT_DOWN));
    assertWithoutLeader(RISKY_PARTITIONS);
    new LedPartitions(SAFE_PARTITIONS, SAFE_PARTITIONS, SAFE_PARTITIONS, 0)
        .await(cluster.process(FIRST_TO_GO));
    assertEquals(before + SAFE_PARTITIONS, controller().value(ELIGIBLE));
    assertEquals(0, controller().value(UNCLEAN));
  }

  @Test
  @Order(5)
  void an_unclean_election_is_counted_for_each_partition() throws Exception {
    double eligible = controller().value(ELIGIBLE);
    try (Admin admin = cluster.admin()) {
      admin.electLeaders(ElectionType.UNCLEAN, riskyPartitions()).all().get();
    }

    assertWithoutLeader(0);
    ALL_LACK_ONE.await(cluster.process(FIRST_TO_GO));
    assertEquals(RISKY_PARTITIONS, controller().value(UNCLEAN));
    assertEquals(eligible, controller().value(ELIGIBLE));
  }

  private static Set<TopicPartition> riskyPartitions() {
    Set<TopicPartition> partitions = new HashSet<>();
    for (int partition = 0; partition < RISKY_PARTITIONS; partition++) {
      partitions.add(new TopicPartition(RISKY, partition));
    }
    return partitions;
  }

  @Test
  @Order(6)
  void all_is_well_again_when_both_brokers_are_back() throws Exception {
    cluster.startAgain(LAST_TO_GO);

    assertBrokers(ACTIVE, ACTIVE);
    assertWithoutLeader(0);
    new LedPartitions(ALL_PARTITIONS, 0, 0, SAFE_PARTITIONS).await(cluster.process(FIRST_TO_GO));
    new LedPartitions(0, 0, 0, 0).await(cluster.process(LAST_TO_GO));
  }

  private static void assertBrokers(int lastToGo, int firstToGo) throws Exception {
    List<Integer> states = List.of(lastToGo, firstToGo);
    Figures figures =
        Figures.of(
            cluster.process(CONTROLLER),
            "brokers in the states " + states,
            read -> states.equals(statesIn(read)));

    assertEquals(count(states, ACTIVE), figures.value(CONTROLLER_BEAN + "activebrokercount"));
    assertEquals(count(states, FENCED), figures.value(CONTROLLER_BEAN + "fencedbrokercount"));
  }

  private static List<Integer> statesIn(Figures figures) {
    return List.of(
        RegistrationState.of(LAST_TO_GO, figures), RegistrationState.of(FIRST_TO_GO, figures));
  }

  private static int count(List<Integer> states, int wanted) {
    return Collections.frequency(states, wanted);
  }

  private static void assertWithoutLeader(int partitions) throws Exception {
    Figures.of(
        cluster.process(CONTROLLER),
        partitions + " partitions without a leader",
        read -> read.value(CONTROLLER_BEAN + "offlinepartitionscount") == partitions);
  }

  private static Figures controller() throws Exception {
    return Figures.of(cluster.process(CONTROLLER));
  }
}
