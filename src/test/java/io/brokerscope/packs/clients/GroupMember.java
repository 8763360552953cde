package io.brokerscope.packs.clients;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The only consumer of its group. Reads a few records at a time and takes its time with them. */
final class GroupMember implements SteadyClient {
  private static final Duration POLL_LIMIT = Duration.ofMillis(500);
  private static final int PROCESSING_MILLIS = 20;
  private static final int LISTENER_MILLIS = 5;

  /** Fewer than come at once, so that some are left to be read when the lag is looked at. */
  private static final int RECORDS_A_POLL = 10;

  private final Settings settings;
  private final String clientId;
  private final String protocol;

  /**
   * @param protocol of the group, classic or consumer (KIP-848)
   */
  GroupMember(Settings settings, String clientId, String protocol) {
    this.settings = settings;
    this.clientId = clientId;
    this.protocol = protocol;
  }

  @Override
  public void work() throws InterruptedException {
    Map<String, Object> group = new HashMap<>();
    group.put("group.id", settings.own(protocol));
    group.put("group.protocol", protocol);
    group.put("auto.offset.reset", "earliest");
    group.put("enable.auto.commit", "false");
    group.put("max.poll.records", RECORDS_A_POLL);
    try (var consumer =
        new KafkaConsumer<>(
            settings.of(clientId, group), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(ClientNames.ORDERS), new SlowListener());
      while (true) {
        consumer.poll(POLL_LIMIT);
        Thread.sleep(PROCESSING_MILLIS);
        consumer.commitSync();
        consumer.committed(consumer.assignment());
      }
    }
  }

  /** Takes a time that shows, when it is told of partitions. */
  private static final class SlowListener implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      try {
        Thread.sleep(LISTENER_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Nothing is kept for a partition.
    }
  }
}
