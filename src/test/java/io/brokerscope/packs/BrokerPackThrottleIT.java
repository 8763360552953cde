package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says of clients that do as much as it lets them: the quota itself, about. */
@Tag("waits-for-brokers")
class BrokerPackThrottleIT {
  private static final String QUOTA = "kafka_server_quota_";
  private static final String THROTTLE_TIME = QUOTA + "throttle_time";
  private static final String TOPIC = "written";
  private static final int RECORD_BYTES = 1_000;

  private static final double BYTES_A_SECOND = 2_000;
  private static final double PERCENT_OF_A_THREAD = 1;
  private static final double PARTITIONS_A_SECOND = 0.5;

  /** Many more than the broker saves up for a client: at most what is due in 11 s. */
  private static final int PARTITIONS = 30;

  private static DebugNode broker;

  @BeforeAll
  static void start() throws Exception {
    broker = DebugNode.start();
    broker.createTopic(TOPIC, 1, Map.of());
    try (Admin admin = broker.admin()) {
      admin
          .alterClientQuotas(
              List.of(
                  quota("writer", "producer_byte_rate", BYTES_A_SECOND),
                  quota("reader", "consumer_byte_rate", BYTES_A_SECOND),
                  quota("asker", "request_percentage", PERCENT_OF_A_THREAD),
                  quota("creator", "controller_mutation_rate", PARTITIONS_A_SECOND)))
          .all()
          .get();
    }
  }

  /** Of the client that does nothing else. */
  private static ClientQuotaAlteration quota(String clientId, String what, double limit) {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, clientId)),
        List.of(new ClientQuotaAlteration.Op(what, limit)));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static String[] labels(String resource, String clientId) {
    return new String[] {"resource", resource, "clientId", clientId};
  }

  @Test
  void who_writes_without_pause_writes_at_the_quota() throws Exception {
    String[] writer = labels("Produce", "writer");
    try (KafkaProducer<byte[], byte[]> producer = broker.producer(Map.of("client.id", "writer"));
        Repeated writing = new Repeated(() -> producer.send(record()).get())) {
      writing.begin();
      broker.figures(
          "held back to the quota",
          read -> isHeldBack(read, writer) && isAbout(BYTES_A_SECOND, byteRate(read, writer)));
    }
  }

  private static ProducerRecord<byte[], byte[]> record() {
    return new ProducerRecord<>(TOPIC, new byte[RECORD_BYTES]);
  }

  /** There is no such series before the client's first request. */
  private static boolean isHeldBack(Figures read, String... client) {
    return !read.of(THROTTLE_TIME, client).isEmpty() && read.value(THROTTLE_TIME, client) > 0;
  }

  private static double byteRate(Figures read, String... client) {
    return read.value(QUOTA + "byte_rate", client);
  }

  /** A rate is over ten seconds, and what goes beyond the quota is let through whole. */
  private static boolean isAbout(double quota, double rate) {
    return rate >= 0.5 * quota && rate <= 1.5 * quota;
  }

  @Test
  void who_reads_without_pause_reads_at_the_quota() throws Exception {
    String[] reader = labels("Fetch", "reader");
    try (KafkaProducer<byte[], byte[]> producer = broker.producer(Map.of())) {
      producer.send(record()).get();
    }
    try (KafkaConsumer<byte[], byte[]> consumer = reader();
        Repeated reading = new Repeated(() -> readAgain(consumer))) {
      reading.begin();
      broker.figures(
          "held back to the quota",
          read -> isHeldBack(read, reader) && isAbout(BYTES_A_SECOND, byteRate(read, reader)));
    }
  }

  /** One that gets a record at a time. */
  private static KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        broker.settings(
            Map.of("client.id", "reader", "max.partition.fetch.bytes", RECORD_BYTES / 2)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void readAgain(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    consumer.poll(Duration.ofMillis(100));
  }

  @Test
  void who_asks_without_pause_takes_the_share_of_a_thread_that_is_the_quota() throws Exception {
    String[] asker = labels("Request", "asker");
    try (Admin admin = Admin.create(broker.settings(Map.of("client.id", "asker")));
        Repeated asking = new Repeated(() -> admin.listTopics().names().get())) {
      asking.begin();
      broker.figures(
          "held back to the quota",
          read ->
              isHeldBack(read, asker)
                  && isAbout(PERCENT_OF_A_THREAD, read.value(QUOTA + "request_time", asker)));
    }
  }

  @Test
  void who_creates_many_partitions_may_create_less_than_none() throws Exception {
    String[] creator = labels("ControllerMutation", "creator");
    try (Admin admin = Admin.create(broker.settings(Map.of("client.id", "creator")))) {
      create(admin, "first");

      Figures figures = broker.figures();
      assertBetween(-PARTITIONS, -1, figures.value(QUOTA + "tokens", creator));
      assertBetween(
          PARTITIONS_A_SECOND, PARTITIONS, figures.value(QUOTA + "mutation_rate", creator));

      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> create(admin, "second"));
      assertInstanceOf(ThrottlingQuotaExceededException.class, refused.getCause());
      // It was the controller that refused, and the broker passes its delay on as one of requests.
      broker.figures("a throttle time", read -> isHeldBack(read, labels("Request", "creator")));
    }
  }

  private static void create(Admin admin, String topic) throws Exception {
    admin
        .createTopics(
            List.of(new NewTopic(topic, PARTITIONS, (short) 1)),
            new CreateTopicsOptions().retryOnQuotaViolation(false))
        .all()
        .get();
  }
}
