package io.brokerscope.packs;

import io.brokerscope.kafka.SharedProcesses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Clients of all kinds that use a broker again and again until they are ended: producers with and
 * without transactions, consumers of both protocols and of a share group, and clients with quotas.
 */
final class BrokerUse {
  static final String ORDERS = "orders.v2";
  static final String COMPACTED = "compacted";
  static final String SMALL_MESSAGES = "small-messages";

  static final String CLASSIC_GROUP = "classic-readers";
  static final String CONSUMER_GROUP = "readers";
  static final String SHARE_GROUP = "sharers";

  private static final int MESSAGES_OF_A_ROUND = 20;
  private static final int ROUNDS_BEFORE_TESTS = 30;
  private static final int ROUNDS_PER_ABORT = 5;
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
  private static final Duration POLL_LIMIT = Duration.ofMillis(100);
  private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ofSeconds(1));

  /** More than the topic of small messages takes. */
  private static final String LARGE = "x".repeat(5_000);

  private final Map<String, Object> anonymous;
  private final KafkaProducer<String, String> producer;
  private final KafkaProducer<String, String> transactional;
  private final List<Consumer<String, String>> groupMembers;
  private final Sharing sharing;
  private final Consumer<String, String> usersReader;

  /** Of a topic that never gets anything, so that fetches wait as long as they may. */
  private final Consumer<String, String> waitingReader;

  private final List<CappedProducer> capped = new ArrayList<>();
  private int round;
  private volatile boolean ending;

  private BrokerUse(String bootstrapServers, PasswordListener users) {
    anonymous = Map.of("bootstrap.servers", bootstrapServers);
    Map<String, Object> user = users.clientSettings(PasswordListener.PASSWORD);
    producer = producer(anonymous, Map.of());
    transactional = producer(anonymous, Map.of("transactional.id", "orders-1"));
    groupMembers = List.of(member(CLASSIC_GROUP, "classic"), member(CONSUMER_GROUP, "consumer"));
    sharing = new Sharing(bootstrapServers, SHARE_GROUP, ORDERS);
    usersReader = consumer(user, Map.of());
    waitingReader = consumer(anonymous, Map.of());
    capped.add(
        new CappedProducer(
            producer(anonymous, Map.of("client.id", BrokerSetUp.CAPPED_CLIENT)), ORDERS));
    capped.add(new CappedProducer(producer(user, Map.of()), ORDERS));
    capped.add(
        new CappedProducer(
            producer(user, Map.of("client.id", BrokerSetUp.USERS_CAPPED_CLIENT)), ORDERS));
  }

  /**
   * Returns when each client has done its work some times; it goes on until it is ended with {@link
   * SharedProcesses}.
   */
  static void begin(String bootstrapServers, PasswordListener users) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      new BrokerSetUp(admin, users).run();
    }
    ExecutorService thread = Executors.newSingleThreadExecutor(BrokerUse::daemonThread);
    BrokerUse use = thread.submit(() -> new BrokerUse(bootstrapServers, users)).get();
    thread.submit(use::connect).get();
    for (int i = 0; i < ROUNDS_BEFORE_TESTS; i++) {
      thread.submit(use::useOnce).get();
    }
    thread.execute(use::useOnAndOn);
    SharedProcesses.started(() -> use.end(thread));
  }

  private static Thread daemonThread(Runnable work) {
    Thread thread = new Thread(work, "broker-use");
    thread.setDaemon(true);
    return thread;
  }

  private void connect() {
    transactional.initTransactions();
    usersReader.assign(List.of(new TopicPartition(ORDERS, 0)));
    waitingReader.assign(List.of(new TopicPartition(SMALL_MESSAGES, 0)));
  }

  private void useOnAndOn() {
    while (!ending) {
      useOnce();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void end(ExecutorService thread) throws Exception {
    ending = true;
    thread.submit(this::closeClients).get();
    thread.shutdown();
  }

  private void closeClients() {
    producer.close(Duration.ZERO);
    transactional.close(Duration.ZERO);
    capped.forEach(CappedProducer::close);
    groupMembers.forEach(member -> member.close(AT_ONCE));
    usersReader.close(AT_ONCE);
    waitingReader.close(AT_ONCE);
    sharing.close();
  }

  private void useOnce() {
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < MESSAGES_OF_A_ROUND; i++) {
      sent.add(producer.send(new ProducerRecord<>(ORDERS, "customer " + i, "an order")));
      sent.add(producer.send(new ProducerRecord<>(COMPACTED, "customer " + i, "an address")));
    }
    sent.forEach(BrokerUse::await);
    sendInVain(new ProducerRecord<>(SMALL_MESSAGES, LARGE), RecordTooLargeException.class);
    sendInVain(new ProducerRecord<>(COMPACTED, "no key"), InvalidRecordException.class);
    sendInTransaction();
    for (Consumer<String, String> member : groupMembers) {
      member.poll(POLL_LIMIT);
      member.commitSync();
    }
    usersReader.poll(POLL_LIMIT);
    waitingReader.poll(POLL_LIMIT);
    sharing.takeOnce(POLL_LIMIT);
    capped.forEach(CappedProducer::sendUnlessHeldBack);
    round++;
  }

  private void sendInVain(
      ProducerRecord<String, String> record, Class<? extends Exception> refusal) {
    try {
      await(producer.send(record));
    } catch (IllegalStateException refused) {
      if (refusal.isInstance(refused.getCause())) {
        return;
      }
      throw refused;
    }
    throw new IllegalStateException("the broker took a message for " + record.topic());
  }

  private static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sendInTransaction() {
    transactional.beginTransaction();
    await(
        transactional.send(
            new ProducerRecord<>(ORDERS, "a customer", "an order in a transaction")));
    if (round % ROUNDS_PER_ABORT == 0) {
      transactional.abortTransaction();
    } else {
      transactional.commitTransaction();
    }
  }

  private Consumer<String, String> member(String group, String protocol) {
    Consumer<String, String> consumer =
        consumer(
            anonymous,
            Map.of("group.id", group, "group.protocol", protocol, "enable.auto.commit", "false"));
    consumer.subscribe(List.of(ORDERS));
    return consumer;
  }

  private static Consumer<String, String> consumer(
      Map<String, Object> address, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(address);
    all.putAll(settings);
    return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
  }

  private static KafkaProducer<String, String> producer(
      Map<String, Object> address, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(address);
    all.putAll(settings);
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }
}
