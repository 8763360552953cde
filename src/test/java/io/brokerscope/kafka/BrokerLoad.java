package io.brokerscope.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients that send a broker many kinds of requests, all kinds equally often. */
final class BrokerLoad implements AutoCloseable {

  static final String TOPIC = "load";

  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final ConfigResource TOPIC_RESOURCE =
      new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
  private static final String GROUP = "load";
  private static final int MESSAGE_BYTES = 200;

  private static final Duration POLL_LIMIT = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofMinutes(2);

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean closing;

  /** Connects to a cluster that has the topic. */
  BrokerLoad(String bootstrapServers) {
    Map<String, Object> address = Map.of("bootstrap.servers", bootstrapServers);
    Map<String, Object> group = new HashMap<>(address);
    group.putAll(Map.of("group.id", GROUP, "enable.auto.commit", "false"));
    // Else a message that is sent before the group has formed is never read.
    group.put("auto.offset.reset", "earliest");
    admin = Admin.create(address);
    producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(TOPIC));
  }

  /**
   * Begins to send every kind of request that many times, or a few times more, unless it is closed
   * before. The result tells how that went.
   */
  Future<?> start(int rounds) {
    return thread.submit(
        () -> {
          for (int round = 0; round < rounds && !closing; round++) {
            sendEveryKind();
          }
          return null;
        });
  }

  private void sendEveryKind() throws Exception {
    KafkaFuture<Void> answers = ask();
    producer.send(new ProducerRecord<>(TOPIC, 0, null, new byte[MESSAGE_BYTES])).get();
    while (consumer.poll(POLL_LIMIT).isEmpty()) {
      // The group may still be forming.
    }
    consumer.commitSync();
    answers.get();
  }

  private KafkaFuture<Void> ask() {
    return KafkaFuture.allOf(
        admin.describeCluster().nodes(),
        admin.listTopics().names(),
        admin.listGroups().all(),
        admin.describeConfigs(List.of(TOPIC_RESOURCE)).all(),
        admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest())).all(),
        admin.listConsumerGroupOffsets(GROUP).all(),
        admin.listTransactions().all(),
        admin.listPartitionReassignments().reassignments());
  }

  /** Returns when the last request is answered and the clients are gone. */
  @Override
  public void close() {
    closing = true;
    thread.execute(this::closeClients);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the clients did not close within " + CLOSE_LIMIT.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      // The thread closes the clients all the same.
      Thread.currentThread().interrupt();
    }
  }

  private void closeClients() {
    consumer.close();
    producer.close();
    admin.close();
  }
}
