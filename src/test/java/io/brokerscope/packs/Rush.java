package io.brokerscope.packs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** More writers at once than a broker can serve, each of which always has a request under way. */
final class Rush implements AutoCloseable {
  private static final int WRITERS = 8;

  private final List<KafkaProducer<byte[], byte[]>> writers = new ArrayList<>();
  private final byte[] record = CompressingTopic.record();
  private volatile boolean ending;

  /** Its writers know the {@link CompressingTopic} and do not write yet. */
  Rush(DebugNode node) {
    Map<String, Object> settings = Map.of("acks", "1", "enable.idempotence", "false");
    for (int i = 0; i < WRITERS; i++) {
      KafkaProducer<byte[], byte[]> writer = node.producer(settings);
      writers.add(writer);
      // While the broker still answers soon.
      writer.partitionsFor(CompressingTopic.NAME);
    }
  }

  /** Begins to write, until this is closed. */
  void begin() {
    writers.forEach(this::send);
  }

  /** And again when it is answered. */
  private void send(KafkaProducer<byte[], byte[]> writer) {
    if (!ending) {
      Future<?> unused =
          writer.send(
              new ProducerRecord<>(CompressingTopic.NAME, record), (sent, failure) -> send(writer));
    }
  }

  @Override
  public void close() {
    ending = true;
    writers.forEach(writer -> writer.close(Duration.ZERO));
  }
}
