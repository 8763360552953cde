package io.brokerscope.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records with time stamps of the last hours in a tenth of the partitions, and what groups have
 * committed. For each of these partitions two groups lag, at different offsets, and commit one
 * record more at each {@link #moveOn}; all other groups have read everything.
 */
final class Backlog {
  private static final int BUSY_SHARE = 10;
  private static final int RECORDS = 400;
  private static final int RECORD_BYTES = 100;
  private static final Duration OLDEST = Duration.ofHours(4);
  private static final int LAGGING_GROUPS_PER_PARTITION = 2;

  /** Where the lagging groups of a partition begin. */
  private static final int FIRST_COMMIT = 20;

  private static final int COMMITS_APART = 120;
  private static final int COMMITS_AT_ONCE = 50;

  private final MonitorScale scale;
  private final Admin admin;
  private int steps;

  /**
   * @param admin has time to wait: a thousand groups' commits take half a minute
   */
  Backlog(MonitorScale scale, Admin admin) {
    this.scale = scale;
    this.admin = admin;
  }

  /** Writes the records, at random times. */
  void write(String bootstrapServers) throws InterruptedException, ExecutionException {
    Random random = new Random(1);
    long now = System.currentTimeMillis();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "linger.ms",
            50,
            // In order, and not waiting for followers of partitions that were made a moment ago.
            "acks",
            "1",
            "max.in.flight.requests.per.connection",
            1);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int number = 0; number < busyPartitions(); number++) {
        TopicPartition partition = scale.partition(number);
        long[] millis = random.longs(RECORDS, now - OLDEST.toMillis(), now).sorted().toArray();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (long time : millis) {
          sent.add(
              producer.send(
                  new ProducerRecord<>(
                      partition.topic(),
                      partition.partition(),
                      time,
                      null,
                      new byte[RECORD_BYTES])));
        }
        for (Future<RecordMetadata> record : sent) {
          record.get();
        }
      }
    }
  }

  /** Commits for all groups. */
  void commit() throws InterruptedException, ExecutionException {
    commit(IntStream.range(0, scale.groups()).boxed().toList());
  }

  /** Lets the lagging groups commit another record. */
  void moveOn() throws InterruptedException, ExecutionException {
    steps++;
    commit(IntStream.range(0, scale.groups()).filter(this::lags).boxed().toList());
  }

  /** Group-partitions with a lag. */
  int lags() {
    return (int)
        IntStream.range(0, scale.groups())
            .filter(this::lags)
            .flatMap(group -> IntStream.of(scale.readBy(group)))
            .filter(number -> number < busyPartitions())
            .count();
  }

  private void commit(List<Integer> groups) throws InterruptedException, ExecutionException {
    for (int from = 0; from < groups.size(); from += COMMITS_AT_ONCE) {
      List<KafkaFuture<Void>> commits = new ArrayList<>();
      for (int group : groups.subList(from, Math.min(groups.size(), from + COMMITS_AT_ONCE))) {
        commits.add(
            admin.alterConsumerGroupOffsets(MonitorScale.groupName(group), offsets(group)).all());
      }
      for (KafkaFuture<Void> commit : commits) {
        commit.get();
      }
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(int group) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (int number : scale.readBy(group)) {
      offsets.put(scale.partition(number), new OffsetAndMetadata(offset(group, number)));
    }
    return offsets;
  }

  private long offset(int group, int partition) {
    if (partition >= busyPartitions()) {
      return 0;
    }
    return lags(group)
        ? Math.min(RECORDS, FIRST_COMMIT + COMMITS_APART * round(group) + steps)
        : RECORDS;
  }

  private boolean lags(int group) {
    return round(group) < LAGGING_GROUPS_PER_PARTITION && scale.readBy(group)[0] < busyPartitions();
  }

  /** How many groups have read the same partitions before. */
  private int round(int group) {
    return group * scale.partitionsPerGroup() / scale.partitions();
  }

  private int busyPartitions() {
    return Math.max(1, scale.partitions() / BUSY_SHARE);
  }
}
