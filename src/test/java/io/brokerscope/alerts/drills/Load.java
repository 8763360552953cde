package io.brokerscope.alerts.drills;

import io.brokerscope.demo.cluster.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * An application: one writes steadily, another reads and commits until it is told to stall. Their
 * threads are daemons and end with {@link #close}.
 */
final class Load implements AutoCloseable {
  static final String GROUP = "invoices";

  private static final String TOPIC = "orders";
  private static final int PARTITIONS = 6;
  private static final short REPLICAS = 3;
  private static final int MESSAGE_BYTES = 200;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Map<String, Object> settings;
  private volatile boolean stalled;
  private volatile boolean ending;

  private Load(Map<String, Object> settings) {
    this.settings = settings;
  }

  static Load start(String bootstrapServers) throws Exception {
    Load load = new Load(Map.of("bootstrap.servers", bootstrapServers));
    try (Admin admin = Admin.create(load.settings)) {
      Topics.create(admin, List.of(new NewTopic(TOPIC, PARTITIONS, REPLICAS)));
    }
    Daemon.start("writer", load::write);
    Daemon.start("reader", load::read);
    return load;
  }

  /** The reader stays in its group and reads nothing more. */
  void stall() {
    stalled = true;
  }

  void goOn() {
    stalled = false;
  }

  /**
   * Through outages too: the producer tries again by itself, and what it gives up, nobody misses.
   */
  private void write() {
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      while (!ending) {
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(TOPIC, new byte[MESSAGE_BYTES]));
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    Map<String, Object> reading = new HashMap<>(settings);
    reading.put("group.id", GROUP);
    reading.put("auto.commit.interval.ms", 200);
    try (var consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (!ending) {
        if (stalled) {
          consumer.pause(consumer.assignment());
        } else {
          consumer.resume(consumer.paused());
        }
        consumer.poll(PAUSE);
      }
    }
  }

  @Override
  public void close() {
    ending = true;
  }
}
