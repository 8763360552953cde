package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says of single partitions, against what it tells clients of them. */
@Tag("waits-for-brokers")
class BrokerPackPartitionIT {
  private static final String LOG = "kafka_log_log_";
  private static final String HIDDEN = "kafka_cluster_partition_laststableoffsetlag";
  private static final int RECORDS = 20;
  private static final int RECORD_BYTES = 1_000;

  /** The least that Kafka takes. */
  private static final int SEGMENT_BYTES = 1 << 20;

  private static DebugNode broker;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    broker =
        DebugNode.start(
            // The shares of retention are reckoned whenever logs are checked for it.
            "log.initial.task.delay.ms=500", "log.retention.check.interval.ms=1000");
    admin = broker.admin();
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  /** A topic of two partitions; the second one is that of the test. */
  private static TopicPartition createPartition(String topic, Map<String, String> configuration)
      throws Exception {
    broker.createTopic(topic, 2, configuration);
    return new TopicPartition(topic, 1);
  }

  private static String[] labels(TopicPartition partition) {
    return new String[] {
      "topic", partition.topic(), "partition", Integer.toString(partition.partition())
    };
  }

  private static void fill(TopicPartition partition) throws Exception {
    fill(partition, RECORD_BYTES);
  }

  private static void fill(TopicPartition partition, int recordBytes) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = broker.producer(Map.of())) {
      for (int i = 0; i < RECORDS; i++) {
        // One to a batch, so that the log may be rolled between any two.
        producer.send(record(partition, recordBytes)).get();
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(TopicPartition partition, int bytes) {
    return new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[bytes]);
  }

  @Test
  void the_size_is_that_of_the_replica_in_its_log_directory() throws Exception {
    TopicPartition partition = createPartition("sized", Map.of());
    fill(partition);

    double size = sizeInLogDirectory(partition);
    assertAbove(RECORDS * RECORD_BYTES, size);
    broker.figures(size + " bytes", read -> read.value(LOG + "size", labels(partition)) == size);
  }

  private static double sizeInLogDirectory(TopicPartition partition) throws Exception {
    int id = broker.node().id();
    return admin.describeLogDirs(List.of(id)).allDescriptions().get().get(id).values().stream()
        .mapToLong(folder -> folder.replicaInfos().get(partition).size())
        .sum();
  }

  @Test
  void a_log_begins_where_records_were_deleted_and_ends_where_clients_are_told() throws Exception {
    TopicPartition partition = createPartition("shortened", Map.of());
    fill(partition);

    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(5))).all().get();

    assertEquals(RECORDS, endToldToClients(partition));
    Figures figures = broker.figures();
    assertEquals(RECORDS, figures.value(LOG + "logendoffset", labels(partition)));
    assertEquals(5, figures.value(LOG + "logstartoffset", labels(partition)));
  }

  private static long endToldToClients(TopicPartition partition) throws Exception {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  @Test
  void a_log_is_split_into_segments_of_the_configured_size() throws Exception {
    TopicPartition whole = createPartition("whole", Map.of());
    TopicPartition split =
        createPartition("split", Map.of("segment.bytes", Integer.toString(SEGMENT_BYTES)));
    int threeToASegment = SEGMENT_BYTES / 3 - 1_000;
    fill(whole, threeToASegment);
    fill(split, threeToASegment);

    Figures figures = broker.figures();
    assertEquals(1, figures.value(LOG + "numlogsegments", labels(whole)));
    assertEquals(Math.ceil(RECORDS / 3.0), figures.value(LOG + "numlogsegments", labels(split)));
  }

  @Test
  void records_of_an_open_transaction_are_hidden_until_it_is_committed() throws Exception {
    TopicPartition partition = createPartition("in-transactions", Map.of());
    try (KafkaProducer<byte[], byte[]> producer =
        broker.producer(Map.of("transactional.id", "hides"))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int i = 0; i < 3; i++) {
        producer.send(record(partition, RECORD_BYTES)).get();
      }
      assertEquals(3, broker.figures().value(HIDDEN, labels(partition)));

      producer.commitTransaction();
      broker.figures("nothing hidden", read -> read.value(HIDDEN, labels(partition)) == 0);
      // The commit takes an offset, too.
      assertEquals(4, broker.figures().value(LOG + "logendoffset", labels(partition)));
    }
  }

  @Test
  void a_partition_tells_which_percentage_of_its_retention_it_takes_up() throws Exception {
    int retained = 4 * RECORDS * RECORD_BYTES;
    TopicPartition partition =
        createPartition("retained", Map.of("retention.bytes", Integer.toString(retained)));
    fill(partition);

    // A record is a bit more than its bytes.
    broker.figures(
        "a quarter and a bit",
        read -> {
          double percent = read.value(LOG + "retentionsizeinpercent", labels(partition));
          return percent >= 25 && percent <= 35;
        });
  }
}
