package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.kafka.Await;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What two controllers and a broker say of the metadata. Two, so that one is not active; and
 * neither commits anything without the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("waits-for-brokers")
class BrokerPackRaftIT {
  private static final List<Integer> CONTROLLERS = List.of(1, 2);
  private static final int BROKER = 3;

  private static final String RAFT = "kafka_server_raft_metrics_";
  private static final String CONTROLLER_BEAN = "kafka_controller_kafkacontroller_";
  private static final String METADATA = "kafka_server_broker_metadata_metrics_";

  /** Records that the broker may be behind: those of most of a minute in which nothing happens. */
  private static final double SOME_RECORDS = 100;

  /** Nodes that do not hang apply a record every half second. */
  private static final double A_LONG_LAG_MILLIS = 5_000;

  private static OwnCluster cluster;
  private static int topics;

  @BeforeAll
  static void start() throws Exception {
    cluster = OwnCluster.start(List.of(NodeRole.CONTROLLER, NodeRole.CONTROLLER, NodeRole.BROKER));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  @Order(1)
  void a_topic_and_each_of_its_partitions_are_a_record_on_all_nodes() throws Exception {
    double before = QuorumView.agreed(cluster).highWatermark();
    int partitions = 20;
    createTopic(partitions);

    double records = before + 1 + partitions;
    for (int node : List.of(1, 2, BROKER)) {
      Figures.of(
          cluster.process(node),
          "a high watermark of at least " + records,
          read -> read.value(RAFT + "high_watermark") >= records);
    }
    Figures.of(
        cluster.process(BROKER),
        "a last record applied of at least " + (records - 1),
        read -> read.value(METADATA + "last_applied_record_offset") >= records - 1);
  }

  private static void createTopic(int partitions) throws Exception {
    topics++;
    cluster.createTopic("topic-" + topics, partitions, List.of(BROKER), Map.of());
  }

  @Test
  @Order(2)
  void commits_are_timed_while_topics_are_created() throws Exception {
    Figures figures =
        Await.until(
            "commits that take time",
            () -> {
              createTopic(1);
              return Figures.of(cluster.process(QuorumView.agreed(cluster).leader()));
            },
            read -> read.value(RAFT + "commit_latency_avg") > 0);

    assertBetween(
        0, figures.value(RAFT + "commit_latency_max"), figures.value(RAFT + "commit_latency_avg"));
  }

  /** No error of metadata can be brought about from outside, so all of them are only seen at 0. */
  @Test
  @Order(3)
  void a_broker_applies_what_was_committed() throws Exception {
    Figures broker = Figures.of(cluster.process(BROKER));
    double applied = broker.value(METADATA + "last_applied_record_offset");

    assertBetween(applied + 1, applied + SOME_RECORDS, QuorumView.agreed(cluster).highWatermark());
    assertEquals(0, broker.value(METADATA + "metadata_load_error_count_total"));
    assertEquals(0, broker.value(METADATA + "metadata_apply_error_count_total"));
    for (int controller : CONTROLLERS) {
      assertEquals(
          0,
          Figures.of(cluster.process(controller))
              .value(CONTROLLER_BEAN + "metadataerrorcount_total"));
    }
  }

  @Test
  @Order(4)
  void the_lag_is_the_age_of_the_last_record_when_the_active_controller_hangs() throws Exception {
    int active = QuorumView.agreed(cluster).leader();
    cluster.node(active).hang();
    try {
      assertLag(
          BROKER,
          METADATA + "last_applied_record_lag_ms",
          METADATA + "last_applied_record_timestamp");
      assertLag(
          other(active),
          CONTROLLER_BEAN + "lastappliedrecordlagms",
          CONTROLLER_BEAN + "lastappliedrecordtimestamp");
    } finally {
      cluster.node(active).goOn();
    }

    Figures.of(
        cluster.process(BROKER),
        "no lag",
        read -> read.value(METADATA + "last_applied_record_lag_ms") < A_LONG_LAG_MILLIS);
  }

  private static void assertLag(int node, String lag, String timestamp) throws Exception {
    Figures.of(cluster.process(node), "a long lag", read -> read.value(lag) > A_LONG_LAG_MILLIS);
    long before = System.currentTimeMillis();
    Figures figures = Figures.of(cluster.process(node));
    long after = System.currentTimeMillis();

    double written = figures.value(timestamp);
    assertBetween(before - written, after - written, figures.value(lag));
  }

  private static int other(int controller) {
    return CONTROLLERS.stream().filter(id -> id != controller).findFirst().orElseThrow();
  }

  @Test
  @Order(5)
  void a_new_epoch_begins_when_the_active_controller_is_started_again() throws Exception {
    QuorumView before = QuorumView.agreed(cluster);
    QuorumView after = restart(before.leader());

    assertAbove(before.epoch(), after.epoch());
    Figures.of(
        cluster.process(BROKER),
        "a higher watermark than before",
        read -> read.value(RAFT + "high_watermark") > before.highWatermark());
    assertStatesOfBrokers(0, before.leader());
    assertStatesOfBrokers(1, other(before.leader()));
  }

  /**
   * Kafka tells the state only of brokers that have registered while the controller was running.
   */
  private static void assertStatesOfBrokers(int brokers, int controller) throws Exception {
    Figures figures = Figures.of(cluster.process(controller));
    assertEquals(brokers, figures.of(CONTROLLER_BEAN + "brokerregistrationstate").size());
  }

  private static QuorumView restart(int controller) throws Exception {
    cluster.node(controller).kill();
    cluster.startAgain(controller);
    return QuorumView.agreed(cluster);
  }

  /** A controller has half of the setting's time for each, which is none. */
  @Test
  @Order(6)
  void heartbeats_that_a_controller_is_too_slow_for_are_counted() throws Exception {
    for (int controller : CONTROLLERS) {
      cluster.node(controller).configure(List.of("broker.heartbeat.interval.ms=1"));
      restart(controller);
    }

    Figures figures =
        Await.until(
            "heartbeats that timed out",
            () -> Figures.of(cluster.process(QuorumView.agreed(cluster).leader())),
            read -> read.value(CONTROLLER_BEAN + "timedoutbrokerheartbeatcount_total") > 1);
    assertAbove(1, figures.value(CONTROLLER_BEAN + "eventqueueoperationstimedoutcount_total"));
    // They keep the broker alive all the same.
    assertEquals(1, figures.value(CONTROLLER_BEAN + "activebrokercount"));
  }
}
