package io.brokerscope.packs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Some messages to a broker and back, so that its figures are more than zeros. */
final class LightUse {
  static final String TOPIC = "payments";
  static final int PARTITIONS = 4;
  static final int MESSAGES = 200;

  private LightUse() {}

  /** Returns when all is done; the topic stays. */
  static void of(String bootstrapServers) throws Exception {
    Map<String, Object> address = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(address)) {
      NewTopic topic = new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
    try (var producer =
        new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < MESSAGES; i++) {
        // One to a batch, so that none is left out of the brokers' counts of requests.
        producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, "key", "a payment")).get();
      }
    }
    consume(bootstrapServers);
  }

  private static void consume(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "payment-readers",
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      int read = 0;
      while (read < MESSAGES) {
        read += consumer.poll(Duration.ofSeconds(1)).count();
      }
      consumer.commitSync();
    }
  }
}
