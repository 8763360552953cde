package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.kafka.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two brokers say of their replicas. */
class BrokerPackReplicationIT {
  private static final String REPLICAS = "kafka_server_replicamanager_";
  private static final String SHRINKS = REPLICAS + "isrshrinks_total";
  private static final String EXPANDS = REPLICAS + "isrexpands_total";
  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ALL_PARTITIONS = LightUse.PARTITIONS + 5;

  private static LiveProcess broker;
  private static LiveProcess debugBroker;
  private static KafkaNode otherNode;
  private static KafkaNode debugNode;

  @BeforeAll
  static void findProcesses() throws Exception {
    SeparateRoles separate = LivePlant.running().separate();
    otherNode = separate.cluster().nodes().get(1);
    broker = separate.processes().get(1);
    debugBroker = separate.processes().get(2);
    debugNode = separate.cluster().nodes().get(2);
  }

  @Test
  void both_brokers_have_all_partitions_and_share_their_leadership() throws Exception {
    Figures one = Figures.of(broker);
    Figures other = Figures.of(debugBroker);

    assertEquals(ALL_PARTITIONS, one.value(REPLICAS + "partitioncount"));
    assertEquals(ALL_PARTITIONS, other.value(REPLICAS + "partitioncount"));
    assertEquals(
        ALL_PARTITIONS,
        one.value(REPLICAS + "leadercount") + other.value(REPLICAS + "leadercount"));
    assertEquals(0, one.value(REPLICAS + "offlinereplicacount"));
    assertEquals(0, one.value(REPLICAS + "reassigningpartitions"));
  }

  @Test
  void what_one_sends_the_other_receives() throws Exception {
    Figures one = Figures.of(broker);
    Figures other = Figures.of(debugBroker);

    assertAbove(LightUse.MESSAGES, one.value(TOPICS + "replicationbytesin_total"));
    assertAbove(LightUse.MESSAGES, other.value(TOPICS + "replicationbytesin_total"));
    assertAbove(LightUse.MESSAGES, one.value(TOPICS + "replicationbytesout_total"));
    assertEquals(0, one.value(TOPICS + "reassignmentbytesin_total"));
    assertEquals(0, one.value(TOPICS + "reassignmentbytesout_total"));
  }

  @Test
  void followers_keep_up() throws Exception {
    Figures figures = Figures.of(debugBroker);
    String fetchers = "kafka_server_replicafetchermanager_";

    assertBetween(0, LightUse.MESSAGES, figures.value(fetchers + "maxlag", "clientId", "Replica"));
    assertEquals(0, figures.value(fetchers + "failedpartitionscount", "clientId", "Replica"));
    assertEquals(0, figures.value(fetchers + "deadthreadcount", "clientId", "Replica"));
    assertBetween(
        0,
        LightUse.MESSAGES,
        figures.sum("kafka_server_fetcherlagmetrics_consumerlag", "topic", LightUse.TOPIC));
    assertAbove(0, figures.sum("kafka_server_fetcherstats_requests_total"));
    assertAbove(0, figures.sum("kafka_server_fetcherstats_bytes_total"));
    assertEquals(1, figures.sum("kafka_server_replica_fetcher_metrics_connection_count"));
  }

  @Test
  void a_partition_tells_its_replicas() throws Exception {
    String partition = "kafka_cluster_partition_";
    Figures figures =
        Figures.of(
            debugBroker,
            "all replicas in sync",
            read -> read.sum(partition + "underreplicated") == 0);

    double led = figures.value(REPLICAS + "leadercount");
    assertAbove(0, led);
    assertEquals(2 * led, figures.sum(partition + "replicascount"));
    assertEquals(2 * led, figures.sum(partition + "insyncreplicascount"));
    assertEquals(0, figures.sum(partition + "underminisr"));
    assertEquals(0, figures.sum(partition + "atminisr"));
  }

  /**
   * The leader counts a change of the in-sync replicas only if the controller's answer comes before
   * the same news in the metadata log does (Kafka's Partition.submitAlterPartition), so on a busy
   * machine one may go uncounted.
   */
  @Test
  void a_follower_that_hangs_leaves_the_in_sync_replicas_and_comes_back() throws Exception {
    Figures before = Figures.of(broker);
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    Figures after;
    do {
      after = hangAndComeBack();
    } while (!bothCounted(before, after) && System.nanoTime() < deadlineNanos);

    assertAbove(before.value(SHRINKS), after.value(SHRINKS));
    assertAbove(before.value(EXPANDS), after.value(EXPANDS));
    assertEquals(0, after.value(REPLICAS + "underminisrpartitioncount"));
    assertEquals(0, after.value(REPLICAS + "failedisrupdates_total"));
  }

  private static boolean bothCounted(Figures before, Figures after) {
    return after.value(SHRINKS) > before.value(SHRINKS)
        && after.value(EXPANDS) > before.value(EXPANDS);
  }

  private static Figures hangAndComeBack() throws Exception {
    KafkaProducer<String, String> producer = producer();
    debugNode.hang();
    try {
      sendToAllPartitions(producer);
      Figures.of(
          broker,
          "partitions with too few in-sync replicas",
          read -> read.value(REPLICAS + "underreplicatedpartitions") > 0);
      Figures.of(
          broker,
          "partitions that have just as many in-sync replicas as they must",
          read -> read.value(REPLICAS + "atminisrpartitioncount") > 0);
    } finally {
      debugNode.goOn();
      producer.close(Duration.ZERO);
    }
    return Figures.of(
        broker,
        "all replicas in sync again",
        read ->
            read.value(REPLICAS + "underreplicatedpartitions") == 0
                && read.value(REPLICAS + "atminisrpartitioncount") == 0);
  }

  /** One that knows the leaders, from the broker that does not hang. */
  private static KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", "127.0.0.1:" + otherNode.ports().client(), "acks", "1");
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.partitionsFor(LightUse.TOPIC);
    return producer;
  }

  /**
   * Returns when a partition that is not the hanging broker's has a message more: a follower that
   * has all messages is in sync, however long it hangs.
   */
  private static void sendToAllPartitions(KafkaProducer<String, String> producer) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (int partition = 0; partition < LightUse.PARTITIONS; partition++) {
      sent.add(producer.send(new ProducerRecord<>(LightUse.TOPIC, partition, "key", "more")));
    }
    Await.until("a message", () -> sent.stream().anyMatch(Future::isDone), done -> done);
  }
}
