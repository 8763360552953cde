package io.brokerscope.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics with a known past, and groups with known commits. */
final class Histories implements AutoCloseable {
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  Histories(String bootstrapServers) {
    Map<String, Object> address = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
    this.admin = Admin.create(address);
    this.producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer());
  }

  Admin admin() {
    return admin;
  }

  void createTopic(String topic, int partitions, Map<String, String> settings) throws Exception {
    NewTopic wanted = new NewTopic(topic, partitions, (short) 3).configs(settings);
    admin.createTopics(List.of(wanted)).all().get();
  }

  /** Writes one record for each time stamp to the first partition. */
  void write(String topic, List<Long> millis) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < millis.size(); i++) {
      sent.add(producer.send(new ProducerRecord<>(topic, 0, millis.get(i), "key", "value " + i)));
    }
    for (Future<RecordMetadata> future : sent) {
      future.get();
    }
  }

  /** Writes one record now. */
  void write(String topic) throws Exception {
    write(topic, List.of(System.currentTimeMillis()));
  }

  /** Commits an offset of the first partition, as a group without members. */
  void commit(String group, String topic, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
