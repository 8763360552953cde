package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What two brokers say of bytes that go from one to the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("waits-for-brokers")
class BrokerPackReassignmentIT {
  private static final int SOURCE = 2;
  private static final int TARGET = 3;

  /** Has a replica on both brokers. */
  private static final String REPLICATED = "replicated";

  /** Has one replica, which moves. */
  private static final String MOVING = "moving";

  private static final TopicPartition MOVING_PARTITION = new TopicPartition(MOVING, 0);

  private static final int REPLICATED_BYTES = 1_000_000;
  private static final int MOVED_BYTES = 5_000_000;

  /** Bytes a second, so that moving all would take minutes. */
  private static final String SLOW = "20000";

  private static final List<String> THROTTLES =
      List.of("leader.replication.throttled.rate", "follower.replication.throttled.rate");

  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final String REPLICATED_OUT = TOPICS + "replicationbytesout_total";
  private static final String REPLICATED_IN = TOPICS + "replicationbytesin_total";
  private static final String MOVED_OUT = TOPICS + "reassignmentbytesout_total";
  private static final String MOVED_IN = TOPICS + "reassignmentbytesin_total";
  private static final String REASSIGNING = "kafka_server_replicamanager_reassigningpartitions";
  private static final String LEADERS = "kafka_server_replicamanager_leadercount";

  private static OwnCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = OwnCluster.start(OwnCluster.A_CONTROLLER_AND_TWO_BROKERS);
    cluster.createTopic(REPLICATED, 1, List.of(SOURCE, TARGET), Map.of());
    cluster.createTopic(
        MOVING,
        1,
        List.of(SOURCE),
        Map.of(
            "leader.replication.throttled.replicas", "*",
            "follower.replication.throttled.replicas", "*"));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  @Order(1)
  void a_follower_receives_what_its_leader_sends() throws Exception {
    cluster.write(REPLICATED, 1, REPLICATED_BYTES / OwnCluster.MESSAGE_BYTES);

    assertSame(source().value(REPLICATED_OUT), target().value(REPLICATED_IN), REPLICATED_BYTES);
    assertEquals(0, target().value(REPLICATED_OUT));
    assertEquals(0, source().value(REPLICATED_IN));
  }

  @Test
  @Order(2)
  void a_reassignment_is_told_while_it_lasts() throws Exception {
    cluster.write(MOVING, 1, MOVED_BYTES / OwnCluster.MESSAGE_BYTES);
    try (Admin admin = cluster.admin()) {
      throttle(admin, OpType.SET);
      admin
          .alterPartitionReassignments(
              Map.of(MOVING_PARTITION, Optional.of(new NewPartitionReassignment(List.of(TARGET)))))
          .all()
          .get();
    }

    awaitReassigning(1);
    assertEquals(0, target().value(REASSIGNING));
    Figures.of(
        cluster.process(SOURCE),
        "bytes that are held back",
        read -> read.value("kafka_server_leaderreplication_byte_rate") > 0);
    Figures.of(
        cluster.process(TARGET),
        "bytes that are held back",
        read -> read.value("kafka_server_followerreplication_byte_rate") > 0);
    assertBetween(1, MOVED_BYTES - 1, target().value(MOVED_IN));
  }

  @Test
  @Order(3)
  void a_reassignment_is_over_when_all_bytes_have_gone_over() throws Exception {
    try (Admin admin = cluster.admin()) {
      throttle(admin, OpType.DELETE);
    }

    Figures.of(
        cluster.process(TARGET), "the moved partition's leader", read -> read.value(LEADERS) == 1);
    awaitReassigning(0);
    assertSame(source().value(MOVED_OUT), target().value(MOVED_IN), MOVED_BYTES);
    assertEquals(0, target().value(MOVED_OUT));
    assertEquals(0, source().value(MOVED_IN));
  }

  /** A batch that a fetch has no room for is cut off, thrown away and sent again. */
  private static void assertSame(double sent, double received, int messageBytes) {
    assertBetween(messageBytes, 1.05 * messageBytes, received);
    assertBetween(received, 1.1 * received, sent);
  }

  private static void awaitReassigning(int partitions) throws Exception {
    Figures.of(
        cluster.process(SOURCE),
        partitions + " partitions that are reassigned",
        read -> read.value(REASSIGNING) == partitions);
  }

  private static void throttle(Admin admin, OpType operation) throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (int broker : List.of(SOURCE, TARGET)) {
      List<AlterConfigOp> ofBroker = new ArrayList<>();
      for (String throttle : THROTTLES) {
        ofBroker.add(new AlterConfigOp(new ConfigEntry(throttle, SLOW), operation));
      }
      changes.put(
          new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker)), ofBroker);
    }
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private static Figures source() throws Exception {
    return Figures.of(cluster.process(SOURCE));
  }

  private static Figures target() throws Exception {
    return Figures.of(cluster.process(TARGET));
  }
}
