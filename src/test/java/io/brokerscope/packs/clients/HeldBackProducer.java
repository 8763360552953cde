package io.brokerscope.packs.clients;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes without pause, with a small buffer that fills up as soon as a broker holds it back. */
final class HeldBackProducer implements SteadyClient {
  private static final int RECORD_BYTES = 1_000;

  private final Settings settings;

  HeldBackProducer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() {
    Map<String, Object> config =
        settings.of(
            ClientNames.HELD_BACK_PRODUCER,
            Map.of(
                "buffer.memory", ClientNames.SMALL_BUFFER_BYTES,
                "max.block.ms", "2000",
                // Its averages show soon what it is like.
                "metrics.sample.window.ms", "5000"));
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      while (true) {
        // What finds no room in the buffer in time is lost.
        Future<?> unused =
            producer.send(new ProducerRecord<>(ClientNames.LEDGER, new byte[RECORD_BYTES]));
      }
    }
  }
}
