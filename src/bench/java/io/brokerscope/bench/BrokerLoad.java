package io.brokerscope.bench;

import io.brokerscope.demo.cluster.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Topics and live clients: about 300 messages of 200 bytes a second, some in transactions, and a
 * consumer of each of the two group protocols. Ends with {@link #close}.
 */
final class BrokerLoad implements AutoCloseable {
  private static final int PARTITIONS_PER_TOPIC = 10;
  private static final int TOPICS_PER_REQUEST = 50;

  /** On a broker with more topics than 100, most are idle, as they are in production. */
  private static final int MOST_BUSY_TOPICS = 100;

  private static final int BUSY_TOPICS_OF_MANY = 40;
  private static final int MESSAGE_BYTES = 200;
  private static final int MESSAGES_PER_BURST = 15;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int BURSTS_PER_TRANSACTION = 10;

  private final Map<String, Object> address;
  private final List<String> busyTopics;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile boolean closing;

  private BrokerLoad(Map<String, Object> address, List<String> busyTopics) {
    this.address = address;
    this.busyTopics = busyTopics;
  }

  static BrokerLoad start(String bootstrapServers, int partitions)
      throws InterruptedException, ExecutionException {
    Map<String, Object> address = Map.of("bootstrap.servers", bootstrapServers);
    List<String> topics =
        IntStream.range(0, Math.max(1, partitions / PARTITIONS_PER_TOPIC))
            .mapToObj("topic-%04d"::formatted)
            .toList();
    createTopics(address, topics);
    int busy = topics.size() <= MOST_BUSY_TOPICS ? topics.size() : BUSY_TOPICS_OF_MANY;
    BrokerLoad load = new BrokerLoad(address, topics.subList(0, busy));
    load.run(load::produce);
    load.run(load::produceInTransactions);
    load.run(() -> load.consume("classic"));
    load.run(() -> load.consume("consumer"));
    return load;
  }

  private static void createTopics(Map<String, Object> address, List<String> names)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(address)) {
      for (int from = 0; from < names.size(); from += TOPICS_PER_REQUEST) {
        List<NewTopic> topics =
            names.subList(from, Math.min(names.size(), from + TOPICS_PER_REQUEST)).stream()
                .map(name -> new NewTopic(name, PARTITIONS_PER_TOPIC, (short) 1))
                .toList();
        Topics.create(admin, topics);
      }
    }
  }

  private void run(Callable<Void> client) {
    clients.add(threads.submit(client));
  }

  /**
   * Checks that all clients still run.
   *
   * @throws ExecutionException with what ended one of them
   */
  void check() throws ExecutionException, InterruptedException {
    for (Future<?> client : clients) {
      if (client.isDone()) {
        client.get();
      }
    }
  }

  private Void produce() throws InterruptedException, ExecutionException {
    Random random = new Random(1);
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      while (!closing) {
        sendBurst(producer, random);
        Thread.sleep(PAUSE.toMillis());
      }
    }
    return null;
  }

  private Void produceInTransactions() throws InterruptedException, ExecutionException {
    Random random = new Random(2);
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "bench"))) {
      producer.initTransactions();
      while (!closing) {
        producer.beginTransaction();
        sendBurst(producer, random);
        producer.commitTransaction();
        Thread.sleep(PAUSE.multipliedBy(BURSTS_PER_TRANSACTION).toMillis());
      }
    }
    return null;
  }

  private void sendBurst(KafkaProducer<byte[], byte[]> producer, Random random)
      throws InterruptedException, ExecutionException {
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < MESSAGES_PER_BURST; i++) {
      String topic = busyTopics.get(random.nextInt(busyTopics.size()));
      int partition = random.nextInt(PARTITIONS_PER_TOPIC);
      sent.add(
          producer.send(new ProducerRecord<>(topic, partition, null, new byte[MESSAGE_BYTES])));
    }
    for (Future<?> message : sent) {
      message.get();
    }
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(address);
    all.putAll(settings);
    return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A group of one, whose name is that of its protocol. */
  private Void consume(String protocol) {
    Map<String, Object> settings = new HashMap<>(address);
    settings.put("group.id", protocol);
    settings.put("group.protocol", protocol);
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(busyTopics);
      while (!closing) {
        consumer.poll(PAUSE);
      }
    }
    return null;
  }

  /** Returns when the clients have left the broker in peace, or after half a minute. */
  @Override
  public void close() {
    closing = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
