package io.brokerscope.monitor.cluster;

import io.brokerscope.monitor.cluster.Topic.Partition;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks where logs end and begin: one request a broker for each. Partitions without a leader are
 * left out, as asking for one of them takes the whole time of the step.
 */
public final class OffsetCollector {
  private OffsetCollector() {}

  /** The offsets of all partitions that have a leader. Ask for committed offsets first. */
  public static Offsets collect(Question question, Topics topics) throws InterruptedException {
    List<TopicPartition> led = led(topics);
    Partial<TopicPartition, ListOffsetsResultInfo> ends =
        ask(question, "list_offsets_latest", specs(led, OffsetSpec.latest()));
    // Only of those that answered: who did not will not now.
    Partial<TopicPartition, ListOffsetsResultInfo> starts =
        ask(
            question,
            "list_offsets_earliest",
            specs(ends.values().keySet(), OffsetSpec.earliest()));
    int missing = ends.errors().size() + starts.errors().size();
    return new Offsets(offsets(ends.values()), offsets(starts.values()), missing);
  }

  /** One question, with another offset for each partition. */
  public static Partial<TopicPartition, ListOffsetsResultInfo> ask(
      Question question, String operation, Map<TopicPartition, OffsetSpec> specs)
      throws InterruptedException {
    Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> futures = new HashMap<>();
    if (!specs.isEmpty()) {
      ListOffsetsResult result = question.admin().listOffsets(specs);
      specs.keySet().forEach(key -> futures.put(key, result.partitionResult(key)));
    }
    return question.many(operation, futures, Set.of(UnknownTopicOrPartitionException.class));
  }

  private static List<TopicPartition> led(Topics topics) {
    List<TopicPartition> led = new ArrayList<>();
    for (Topic topic : topics.byName().values()) {
      for (Partition partition : topic.partitions()) {
        if (partition.hasLeader()) {
          led.add(new TopicPartition(topic.name(), partition.id()));
        }
      }
    }
    return led;
  }

  private static Map<TopicPartition, OffsetSpec> specs(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    partitions.forEach(partition -> specs.put(partition, spec));
    return specs;
  }

  private static Map<TopicPartition, Long> offsets(
      Map<TopicPartition, ListOffsetsResultInfo> answers) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answers.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }
}
