package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the tests ask a cluster to do. */
public record Clients(KafkaCluster cluster) {

  /** With as many replicas as the cluster gives topics by default. */
  public void createTopic(String topic, int partitions) throws Exception {
    NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
    try (Admin admin = Admin.create(address())) {
      Topics.create(admin, List.of(wanted));
    }
  }

  public void deleteTopic(String topic) throws Exception {
    try (Admin admin = Admin.create(address())) {
      admin.deleteTopics(List.of(topic)).all().get();
    }
  }

  /**
   * Writes messages of some bytes to the first partition, and returns when the broker has all of
   * them.
   */
  public void produce(String topic, int messages) throws Exception {
    try (var producer =
        new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < messages; i++) {
        producer.send(new ProducerRecord<>(topic, 0, null, new byte[100])).get();
      }
    }
  }

  /** Reads so many messages from the start of the first partition. */
  public void consume(String topic, int messages) {
    TopicPartition first = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(address(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(first));
      consumer.seekToBeginning(List.of(first));
      int read = 0;
      while (read < messages) {
        read += consumer.poll(Duration.ofSeconds(1)).count();
      }
    }
  }

  private Map<String, Object> address() {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }
}
