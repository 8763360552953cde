package io.brokerscope.monitor;

import io.brokerscope.demo.cluster.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics with a known past, and groups with known commits. */
final class Histories implements AutoCloseable {
  private final Map<String, Object> address;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  Histories(String bootstrapServers) {
    this.address = Map.of("bootstrap.servers", bootstrapServers);
    this.admin = Admin.create(address);
    this.producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer());
  }

  Admin admin() {
    return admin;
  }

  void createTopic(String topic, int partitions, Map<String, String> settings) throws Exception {
    NewTopic wanted = new NewTopic(topic, partitions, (short) 3).configs(settings);
    Topics.create(admin, List.of(wanted));
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

  /** Writes one record of a key to the first partition. */
  void write(String topic, String key, long millis) throws Exception {
    producer.send(new ProducerRecord<>(topic, 0, millis, key, "value")).get();
  }

  /** Writes one record, and behind it the mark that its transaction was committed. */
  void writeInTransaction(String topic) throws Exception {
    Map<String, Object> settings = new HashMap<>(address);
    settings.put("transactional.id", "histories");
    try (var transactional =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      transactional.initTransactions();
      transactional.beginTransaction();
      transactional.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
      transactional.commitTransaction();
    }
  }

  /** Does as retention would. */
  void deleteBefore(String topic, long offset) throws Exception {
    TopicPartition first = new TopicPartition(topic, 0);
    admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(offset))).all().get();
  }

  /** The offset of the first record that can be read at or behind another. */
  long firstOffsetFrom(String topic, long offset) {
    TopicPartition first = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(first));
      consumer.seek(first, offset);
      for (var record : consumer.poll(Duration.ofSeconds(10))) {
        return record.offset();
      }
      return -1;
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
