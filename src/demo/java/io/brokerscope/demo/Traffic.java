package io.brokerscope.demo;

import io.brokerscope.demo.cluster.Topics;
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
 * A topic that one producer writes, one consumer reads, and another one cannot keep up with, on
 * daemon threads that end with the program.
 */
final class Traffic {

  private static final String TOPIC = "orders";
  private static final int PARTITIONS = 12;
  private static final short REPLICAS = 3;
  private static final int MESSAGE_BYTES = 200;
  private static final int MESSAGES_PER_BURST = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * The slow consumer waits as the producer does, for a pause and for the brokers, but for fewer
   * messages at a time: so it falls behind on any machine, and not by all that is written.
   */
  private static final int MESSAGES_PER_SLOW_POLL = 15;

  /** About a burst: what is fetched of one partition is read before the next one has its turn. */
  private static final int SLOW_FETCH_BYTES = MESSAGES_PER_BURST * MESSAGE_BYTES;

  private Traffic() {}

  static void start(String bootstrapServers) throws InterruptedException, ExecutionException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(settings)) {
      Topics.create(admin, List.of(new NewTopic(TOPIC, PARTITIONS, REPLICAS)));
    }
    ClusterDemo.startDaemon(
        "producer", () -> produce(with(settings, "serializer", ByteArraySerializer.class)));
    Map<String, Object> reading = with(settings, "deserializer", ByteArrayDeserializer.class);
    reading.put("auto.offset.reset", "earliest");
    ClusterDemo.startDaemon("consumer", () -> consume(reading));
    ClusterDemo.startDaemon("slow-consumer", () -> consumeSlowly(reading));
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

  private static void consume(Map<String, Object> reading) {
    Map<String, Object> settings = new HashMap<>(reading);
    settings.put("group.id", "demo");
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(TOPIC));
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(PAUSE);
      }
    }
  }

  private static void consumeSlowly(Map<String, Object> reading) {
    Map<String, Object> settings = new HashMap<>(reading);
    settings.put("group.id", "demo-slow");
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", MESSAGES_PER_SLOW_POLL);
    settings.put("max.partition.fetch.bytes", SLOW_FETCH_BYTES);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(TOPIC));
      while (true) {
        consumer.poll(PAUSE);
        consumer.commitSync();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
