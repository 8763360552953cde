package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says of transactions that are verified, refused, and loaded when it starts. */
@Tag("waits-for-brokers")
class BrokerPackTransactionIT {
  private static final String VERIFICATIONS = "kafka_server_addpartitionstotxnmanager_";
  private static final String VERIFIED = VERIFICATIONS + "verificationtimems_count";
  private static final String REFUSED = VERIFICATIONS + "verificationfailure_total";
  private static final double MINUTE_MILLIS = 60_000;
  private static final String TOPIC = "in-transactions";
  private static final int PARTITIONS = 3;

  private static DebugNode broker;

  @BeforeAll
  static void start() throws Exception {
    broker = DebugNode.start();
    broker.createTopic(TOPIC, PARTITIONS, Map.of());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    return broker.producer(Map.of("transactional.id", transactionalId));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int partition) throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[1])).get();
  }

  @Test
  void a_transaction_is_verified_once_for_each_partition() throws Exception {
    Figures before = broker.figures();
    try (KafkaProducer<byte[], byte[]> producer = producer("verified")) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        send(producer, partition);
        send(producer, partition);
      }
      producer.commitTransaction();
    }

    broker.figures(
        PARTITIONS + " more",
        read ->
            read.value(VERIFIED) == before.value(VERIFIED) + PARTITIONS
                && read.value(REFUSED) == before.value(REFUSED));
  }

  /** One whose partition has no open transaction: else its leader knows, and does not ask. */
  @Test
  void a_write_of_a_producer_that_another_one_has_replaced_is_refused() throws Exception {
    double before = broker.figures().value(REFUSED);
    try (KafkaProducer<byte[], byte[]> replaced = producer("replaced");
        KafkaProducer<byte[], byte[]> successor = producer("replaced")) {
      replaced.initTransactions();
      successor.initTransactions();
      replaced.beginTransaction();
      ExecutionException refused = assertThrows(ExecutionException.class, () -> send(replaced, 0));

      assertInstanceOf(InvalidProducerEpochException.class, refused.getCause());
      broker.figures("a refusal more", read -> read.value(REFUSED) == before + 1);
    }
  }

  @Test
  void coordinators_that_start_take_milliseconds_to_load_what_is_kept() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer("kept")) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, 0);
      producer.commitTransaction();
    }
    LightUse.of(broker.cluster().bootstrapServers());
    broker.restart();

    for (String coordinator : List.of("transaction", "group")) {
      String time = "kafka_server_" + coordinator + "_coordinator_metrics_partition_load_time_max";
      // There is no such series before the coordinator runs.
      Figures loaded =
          broker.figures(
              "a time of loading", read -> !read.of(time).isEmpty() && read.value(time) > 0);
      assertBetween(1, MINUTE_MILLIS, loaded.value(time));
    }
  }
}
