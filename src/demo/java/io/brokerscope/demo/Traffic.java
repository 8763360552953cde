package io.brokerscope.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic that one producer writes and one consumer reads, on daemon threads that end with the
 * program.
 */
final class Traffic {

  private static final String TOPIC = "orders";
  private static final int PARTITIONS = 12;
  private static final short REPLICAS = 3;
  private static final int MESSAGE_BYTES = 200;
  private static final int MESSAGES_PER_BURST = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Traffic() {}

  static void start(String bootstrapServers) throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            "demo",
            "auto.offset.reset",
            "earliest");
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, REPLICAS))).all().get();
    }
    ClusterDemo.startDaemon(
        "producer", () -> produce(with(settings, "serializer", ByteArraySerializer.class)));
    ClusterDemo.startDaemon(
        "consumer", () -> consume(with(settings, "deserializer", ByteArrayDeserializer.class)));
  }

  private static void produce(Map<String, Object> settings) {
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      while (true) {
        for (Future<RecordMetadata> sent : sendBurst(producer)) {
          sent.get();
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the brokers took no message", e);
    }
  }

  private static List<Future<RecordMetadata>> sendBurst(KafkaProducer<byte[], byte[]> producer) {
    return Stream.generate(() -> new ProducerRecord<byte[], byte[]>(TOPIC, new byte[MESSAGE_BYTES]))
        .limit(MESSAGES_PER_BURST)
        .map(producer::send)
        .toList();
  }

  private static void consume(Map<String, Object> settings) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(TOPIC));
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(PAUSE);
      }
    }
  }

  /** Adds the classes that write, or read, keys and values. */
  private static Map<String, Object> with(
      Map<String, Object> settings, String kind, Class<?> codec) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("key." + kind, codec);
    all.put("value." + kind, codec);
    return all;
  }
}
