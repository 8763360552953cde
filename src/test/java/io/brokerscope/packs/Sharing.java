package io.brokerscope.packs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A share consumer that takes most records, gives some back and rejects some. */
final class Sharing {

  /** In turn; few are given back, else the same records would come for ever. */
  private static final List<AcknowledgeType> ANSWERS =
      List.of(
          AcknowledgeType.ACCEPT,
          AcknowledgeType.ACCEPT,
          AcknowledgeType.RELEASE,
          AcknowledgeType.ACCEPT,
          AcknowledgeType.REJECT);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final ShareConsumer<String, String> consumer;
  private int taken;

  Sharing(String bootstrapServers, String group, String topic) {
    consumer =
        new KafkaShareConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "share.acknowledgement.mode",
                "explicit"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topic));
  }

  void close() {
    consumer.close(CLOSE_LIMIT);
  }

  void takeOnce(Duration limit) {
    for (ConsumerRecord<String, String> record : consumer.poll(limit)) {
      consumer.acknowledge(record, ANSWERS.get(taken++ % ANSWERS.size()));
    }
    consumer.commitSync();
  }
}
