package io.brokerscope.monitor.cluster;

import io.brokerscope.monitor.cluster.Topic.Partition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The chosen topics as one look found them.
 *
 * @param byName in the order of names
 * @param missing topics that exist and could not be described
 */
public record Topics(Map<String, Topic> byName, int missing) {

  public Topics {
    byName = java.util.Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  public static Topics none() {
    return new Topics(Map.of(), 0);
  }

  public Optional<Partition> partition(TopicPartition partition) {
    return Optional.ofNullable(byName.get(partition.topic()))
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .filter(candidate -> candidate.id() == partition.partition())
                    .findFirst());
  }

  public int partitionCount() {
    return byName.values().stream().mapToInt(topic -> topic.partitions().size()).sum();
  }
}
