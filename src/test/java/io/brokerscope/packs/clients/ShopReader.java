package io.brokerscope.packs.clients;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The only consumer of its group, which may need some time for what it reads. */
final class ShopReader implements SteadyClient {
  private static final Duration POLL_LIMIT = Duration.ofMillis(500);
  private static final int RECORDS_A_POLL = 25;

  private final Settings settings;
  private final String group;
  private final int processingMillis;

  private ShopReader(Settings settings, String group, int processingMillis) {
    this.settings = settings;
    this.group = group;
    this.processingMillis = processingMillis;
  }

  static ShopReader fast(Settings settings) {
    return new ShopReader(settings, ShopNames.BILLING, 1);
  }

  /** Reads at most 250 records a second: as much as the shop writes, but for its bursts. */
  static ShopReader slow(Settings settings) {
    return new ShopReader(settings, ShopNames.AUDIT, 100);
  }

  @Override
  public void work() throws InterruptedException {
    Map<String, Object> config =
        settings.of(
            group,
            Map.of(
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "auto.commit.interval.ms",
                "1000",
                "max.poll.records",
                RECORDS_A_POLL));
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(ShopNames.topics());
      while (true) {
        if (!consumer.poll(POLL_LIMIT).isEmpty()) {
          Thread.sleep(processingMillis);
        }
      }
    }
  }
}
