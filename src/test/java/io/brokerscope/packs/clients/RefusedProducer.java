package io.brokerscope.packs.clients;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what the broker does not take, at once or at all. */
final class RefusedProducer implements SteadyClient {
  private static final int TURN_MILLIS = 1_000;

  /** So long a broker may still take records for a topic that was deleted. */
  private static final int DELETION_MILLIS = 2_000;

  /** Two fit into a batch that the topic {@link ClientNames#SMALL} does not take. */
  private static final int HALF_BYTES = ClientNames.SMALL_BYTES * 2 / 3;

  private final Settings settings;
  private final Random random = new Random();

  RefusedProducer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    // Without idempotence a record that is given up does not hold up others.
    Map<String, Object> config =
        settings.of(
            ClientNames.REFUSED_PRODUCER, Map.of("enable.idempotence", "false", "linger.ms", "20"));
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      writeToTopicThatIsReplaced(producer);
      while (true) {
        writeTooMuch(producer);
        Thread.sleep(TURN_MILLIS);
      }
    }
  }

  /** The producer knows the old topic; it has to ask for the new one and send again. */
  private void writeToTopicThatIsReplaced(Producer<byte[], byte[]> producer) throws Exception {
    String topic = settings.own("replaced");
    try (Admin admin = Admin.create(settings.of(settings.own("replaces"), Map.of()))) {
      create(admin, topic);
      producer.send(new ProducerRecord<>(topic, new byte[1])).get();
      admin.deleteTopics(List.of(topic)).all().get();
      Thread.sleep(DELETION_MILLIS);
      Future<RecordMetadata> second = producer.send(new ProducerRecord<>(topic, new byte[1]));
      Thread.sleep(TURN_MILLIS);
      create(admin, topic);
      second.get();
    }
  }

  private static void create(Admin admin, String topic) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
  }

  private void writeTooMuch(Producer<byte[], byte[]> producer) throws Exception {
    Future<RecordMetadata> first = producer.send(randomRecord(HALF_BYTES));
    Future<RecordMetadata> second = producer.send(randomRecord(HALF_BYTES));
    first.get();
    second.get();
    try {
      producer.send(randomRecord(ClientNames.SMALL_BYTES + 1)).get();
      throw new IllegalStateException(
          "the broker took %d bytes, expected it to take at most %d"
              .formatted(ClientNames.SMALL_BYTES + 1, ClientNames.SMALL_BYTES));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        throw e;
      }
    }
  }

  private ProducerRecord<byte[], byte[]> randomRecord(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return new ProducerRecord<>(ClientNames.SMALL, value);
  }
}
