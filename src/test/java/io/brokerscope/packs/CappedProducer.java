package io.brokerscope.packs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A producer that sends more than its quota allows, but never waits. */
final class CappedProducer {

  /** Several seconds' worth of {@link BrokerSetUp#SMALL_QUOTA}. */
  private static final String MESSAGE = "x".repeat(10_000);

  private final KafkaProducer<String, String> producer;
  private final String topic;
  private Future<?> last = CompletableFuture.completedFuture(null);

  CappedProducer(KafkaProducer<String, String> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  void close() {
    producer.close(Duration.ZERO);
  }

  void sendUnlessHeldBack() {
    if (last.isDone()) {
      last = producer.send(new ProducerRecord<>(topic, MESSAGE));
    }
  }
}
