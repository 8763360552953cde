package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.ElectLeadersOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.PreferredLeaderNotAvailableException;
import org.apache.kafka.common.errors.ReassignmentInProgressException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Does what has to be done to the topic. */
final class TopicChanger {
  /** Small, so that an hour's messages are deleted soon after it. */
  private static final Map<String, String> TOPIC_SETTINGS =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "3600000", // 1 h
          "segment.ms", "600000", // 10 min
          "segment.bytes", "1048576"); // 1 MiB, the least that Kafka 4 takes

  /** Another instance was faster, or the cluster moved on since it was looked at. */
  private static final Set<Class<? extends Throwable>> RACES =
      Set.of(
          TopicExistsException.class,
          InvalidPartitionsException.class,
          ElectionNotNeededException.class,
          PreferredLeaderNotAvailableException.class,
          ReassignmentInProgressException.class,
          UnknownTopicOrPartitionException.class);

  private final String topic;
  private final Duration timeout;

  /**
   * @param timeout of each change
   */
  TopicChanger(String topic, Duration timeout) {
    this.topic = topic;
    this.timeout = timeout;
  }

  /**
   * Makes a change; one that another instance made already is fine.
   *
   * @throws ExecutionException if Kafka refuses it or does not answer
   */
  void make(TopicChange change, Admin admin) throws ExecutionException, InterruptedException {
    try {
      Deadline.in(timeout).await(started(change, admin));
    } catch (ExecutionException e) {
      if (!RACES.contains(Errors.unwrapped(e).getClass())) {
        throw e;
      }
    }
  }

  private KafkaFuture<Void> started(TopicChange change, Admin admin) {
    int timeoutMillis = Math.toIntExact(timeout.toMillis());
    if (change instanceof TopicChange.Create create) {
      return admin
          .createTopics(
              List.of(newTopic(create)), new CreateTopicsOptions().timeoutMs(timeoutMillis))
          .all();
    } else if (change instanceof TopicChange.AddPartitions add) {
      NewPartitions partitions = NewPartitions.increaseTo(add.partitions(), add.assignments());
      return admin
          .createPartitions(
              Map.of(topic, partitions), new CreatePartitionsOptions().timeoutMs(timeoutMillis))
          .all();
    } else if (change instanceof TopicChange.ElectPreferred elect) {
      Set<TopicPartition> partitions =
          elect.partitions().stream().map(this::partition).collect(Collectors.toSet());
      return admin
          .electLeaders(
              ElectionType.PREFERRED,
              partitions,
              new ElectLeadersOptions().timeoutMs(timeoutMillis))
          .all();
    } else {
      return admin
          .alterPartitionReassignments(
              reassignments((TopicChange.Reassign) change),
              new AlterPartitionReassignmentsOptions().timeoutMs(timeoutMillis))
          .all();
    }
  }

  private NewTopic newTopic(TopicChange.Create create) {
    Map<String, String> settings = new HashMap<>(TOPIC_SETTINGS);
    int minInSync = Math.max(1, create.replicationFactor() - 1);
    settings.put("min.insync.replicas", Integer.toString(minInSync));
    return new NewTopic(topic, create.assignments()).configs(settings);
  }

  private Map<TopicPartition, Optional<NewPartitionReassignment>> reassignments(
      TopicChange.Reassign reassign) {
    return reassign.assignments().keySet().stream()
        .collect(
            Collectors.toMap(
                this::partition,
                partition ->
                    Optional.of(
                        new NewPartitionReassignment(reassign.assignments().get(partition)))));
  }

  private TopicPartition partition(int partition) {
    return new TopicPartition(topic, partition);
  }
}
