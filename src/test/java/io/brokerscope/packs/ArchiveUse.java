package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Topics;
import io.brokerscope.kafka.SharedProcesses;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Clients of a broker with tiered storage: one writes to a topic of which little stays on the
 * broker's own disk, one reads it from the start again and again. They push their metrics to the
 * broker.
 */
final class ArchiveUse implements Runnable {
  static final String ARCHIVE = "archive";

  private static final TopicPartition PARTITION = new TopicPartition(ARCHIVE, 0);
  private static final int MESSAGES_OF_A_ROUND = 10;
  private static final long PAUSE_MILLIS = 200;
  private static final Duration POLL_LIMIT = Duration.ofMillis(500);
  private static final String PUSH_INTERVAL_MILLIS = "1000";

  /** A segment is closed and copied after a second or two, and deleted from both places soon. */
  private static final Map<String, String> ARCHIVED =
      Map.of(
          "remote.storage.enable", "true",
          "segment.ms", "1000",
          "local.retention.ms", "2000",
          "local.retention.bytes", "100000",
          "retention.ms", "20000",
          "retention.bytes", "1000000");

  /** Some seconds: what is known of a client whose push failed goes away with it. */
  private static final int ROUNDS_OF_A_REFUSED_CLIENT = 20;

  private final Map<String, Object> address;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private KafkaProducer<String, String> refused;
  private int round;

  private ArchiveUse(String bootstrapServers) {
    address = Map.of("bootstrap.servers", bootstrapServers);
    producer = producer("archivist");
    refused = producer(MetricsReceiver.REFUSED_CLIENT);
    consumer = new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer());
    consumer.assign(List.of(PARTITION));
  }

  /** Begins on a daemon thread; it goes on until it is ended with {@link SharedProcesses}. */
  static void begin(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      askForMetrics(admin);
      Topics.create(
          admin,
          List.of(new NewTopic(ARCHIVE, Optional.of(1), Optional.empty()).configs(ARCHIVED)));
    }
    Thread thread = new Thread(new ArchiveUse(bootstrapServers), "archive-use");
    thread.setDaemon(true);
    thread.start();
    SharedProcesses.started(
        () -> {
          thread.interrupt();
          thread.join();
        });
  }

  /** All that the broker's clients have. */
  private static void askForMetrics(Admin admin) throws Exception {
    List<AlterConfigOp> subscription =
        List.of(set("metrics", "*"), set("interval.ms", PUSH_INTERVAL_MILLIS));
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.CLIENT_METRICS, "everything"), subscription))
        .all()
        .get();
  }

  private static AlterConfigOp set(String setting, String value) {
    return new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
  }

  @Override
  public void run() {
    try {
      while (true) {
        useOnce();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException | InterruptException e) {
      // Whoever did this wants the thread's end, and here it comes.
    } catch (ExecutionException e) {
      throw new IllegalStateException("the archive takes nothing", e);
    } finally {
      producer.close(Duration.ZERO);
      refused.close(Duration.ZERO);
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
  }

  private void useOnce() throws InterruptedException, ExecutionException {
    for (int i = 0; i < MESSAGES_OF_A_ROUND; i++) {
      Future<?> sent = producer.send(new ProducerRecord<>(ARCHIVE, "key", "an old story"));
      sent.get();
    }
    consumer.seekToBeginning(List.of(PARTITION));
    consumer.poll(POLL_LIMIT);
    round++;
    if (round % ROUNDS_OF_A_REFUSED_CLIENT == 0) {
      refused.close(Duration.ZERO);
      refused = producer(MetricsReceiver.REFUSED_CLIENT);
    }
  }

  private KafkaProducer<String, String> producer(String clientId) {
    Map<String, Object> settings = new HashMap<>(address);
    settings.put("client.id", clientId);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
