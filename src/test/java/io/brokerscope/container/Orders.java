package io.brokerscope.container;

import io.brokerscope.demo.cluster.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic with a known number of messages, each written once and read once. */
record Orders(String bootstrapServers) {

  private static final String TOPIC = "orders";
  private static final int MESSAGES = 500;

  private static final int PARTITIONS = 3;
  private static final int MESSAGE_BYTES = 200;
  private static final Duration POLL_LIMIT = Duration.ofSeconds(1);

  /** Returns when the broker has all messages, and a group has read and committed them. */
  void writeAndRead() throws Exception {
    try (Admin admin = Admin.create(address())) {
      Topics.create(admin, List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)));
    }
    write();
    read();
  }

  private void write() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < MESSAGES; i++) {
        int partition = i % PARTITIONS;
        sent.add(
            producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[MESSAGE_BYTES])));
      }
    }
    for (Future<RecordMetadata> message : sent) {
      message.get();
    }
  }

  private void read() {
    Map<String, Object> group =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "invoices",
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      int read = 0;
      while (read < MESSAGES) {
        read += consumer.poll(POLL_LIMIT).count();
      }
      consumer.commitSync();
    }
  }

  private Map<String, Object> address() {
    return Map.of("bootstrap.servers", bootstrapServers);
  }
}
