package io.brokerscope.demo.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates topics that can be written at once.
 *
 * <p>Clients are told of a topic before its leaders hold the partitions. When an idempotent
 * producer sends batches in this gap, the first may be refused and the second accepted; then the
 * first is out of sequence until its delivery times out. Kafka 4.3.1 does so for about one new
 * topic in ten.
 */
public final class Topics {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Topics() {}

  /**
   * Returns when every leader serves its partitions.
   *
   * @throws ExecutionException if a topic was refused, or is not served after a minute
   */
  public static void create(Admin admin, Collection<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    CreateTopicsResult created = admin.createTopics(topics);
    created.all().get();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      int partitions = created.numPartitions(topic.name()).get();
      for (int partition = 0; partition < partitions; partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    awaitServed(admin, ends);
  }

  /** Only a leader that holds a partition knows its end. */
  private static void awaitServed(Admin admin, Map<TopicPartition, OffsetSpec> ends)
      throws InterruptedException, ExecutionException {
    long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        admin.listOffsets(ends).all().get();
        return;
      } catch (ExecutionException e) {
        boolean stillUnknown = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!stillUnknown || System.nanoTime() > deadlineNanos) {
          throw e;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }
}
