package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the canary's topic from its start to its present end. */
final class TopicCopies {

  private record Identity(UUID instance, int partition, long sequence) {}

  private final Map<Identity, Integer> copies = new HashMap<>();
  private UUID lastInstance; // of the last message of partition 0

  static TopicCopies read(String bootstrapServers) {
    TopicCopies read = new TopicCopies();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Canaries.TOPIC).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(200)).forEach(read::add);
      }
    }
    return read;
  }

  /** Copies beyond the first, of the probes of the instance that wrote last. */
  int beyondTheFirst() {
    return copies.entrySet().stream()
        .filter(entry -> entry.getKey().instance().equals(lastInstance))
        .mapToInt(entry -> entry.getValue() - 1)
        .sum();
  }

  private void add(ConsumerRecord<byte[], byte[]> read) {
    Message message = Message.parse(read.value()).orElseThrow();
    copies.merge(
        new Identity(message.instance(), message.partition(), message.sequence()), 1, Integer::sum);
    if (read.partition() == 0) {
      lastInstance = message.instance();
    }
  }
}
