package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.brokerscope.monitor.kafka.ClientSettings;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the clients. What the outcomes' meaning depends on is not the user's to change, even if the
 * settings for all clients have it: an acks of 1 is another promise.
 *
 * <p>Each method throws a KafkaException if a client cannot be made, as while the names of the
 * bootstrap servers do not resolve.
 */
final class CanaryClients {
  private static final int REQUEST_TIMEOUT_MILLIS = 2_000;

  /** A round in which the first probe waits in vain for metadata ends before the next is due. */
  private static final double MAX_BLOCK_ROUNDS = 0.75;

  /** Enough for connections and metadata, however short the rounds are. */
  private static final long LEAST_MAX_BLOCK_MILLIS = 100;

  private static final long MOST_MAX_BLOCK_MILLIS = 1_000;
  private static final int METADATA_MAX_AGE_MILLIS = 10_000;

  /** Above fetch.max.wait.ms, or each idle fetch would fail. */
  private static final int CONSUMER_REQUEST_TIMEOUT_MILLIS = 5_000;

  private final ClientSettings settings;
  private final CanaryPace pace;

  CanaryClients(ClientSettings settings, CanaryPace pace) {
    this.settings = settings;
    this.pace = pace;
  }

  /**
   * @param part of the canary
   */
  Admin admin(String part) {
    Map<String, Object> defaults =
        Map.of(AdminClientConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MILLIS);
    return Admin.create(settings.admin(part, defaults));
  }

  Producer<byte[], byte[]> producer() {
    int slaMillis = Math.toIntExact(pace.produceSla().toMillis());
    Map<String, Object> fixed =
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            // One authorization error would be the end of an idempotent producer.
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            slaMillis,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            Math.min(slaMillis, REQUEST_TIMEOUT_MILLIS),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            maxBlockMillis(),
            ProducerConfig.METADATA_MAX_AGE_CONFIG,
            METADATA_MAX_AGE_MILLIS);
    Map<String, Object> merged = settings.producer("canary-produce", Map.of());
    merged.putAll(fixed);
    return new KafkaProducer<>(merged, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private long maxBlockMillis() {
    long millis = Math.round(pace.interval().toMillis() * MAX_BLOCK_ROUNDS);
    return Math.max(LEAST_MAX_BLOCK_MILLIS, Math.min(millis, MOST_MAX_BLOCK_MILLIS));
  }

  /**
   * A consumer for {@code assign}: without a group it needs no rights on one and no rebalance
   * disturbs it.
   */
  Consumer<byte[], byte[]> consumer() {
    Map<String, Object> defaults =
        Map.of(
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            CONSUMER_REQUEST_TIMEOUT_MILLIS,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            METADATA_MAX_AGE_MILLIS);
    Map<String, Object> merged = settings.consumer("canary-consume", defaults);
    merged.remove(ConsumerConfig.GROUP_ID_CONFIG);
    merged.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    merged.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    merged.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // The topic holds one hour of tiny messages: to read it whole at the start costs little, and
    // what is sent before the position is known cannot be missed, as it can by seeking to the end.
    merged.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(merged, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
