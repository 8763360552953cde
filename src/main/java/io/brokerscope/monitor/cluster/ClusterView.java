package io.brokerscope.monitor.cluster;

import io.brokerscope.exposition.LabelText;
import io.brokerscope.exposition.Labels;
import io.brokerscope.monitor.cluster.Topic.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Topics, offsets and storage as a cycle found them, with the labels of their series ready.
 *
 * @param topics one row a topic
 * @param partitions one row a partition
 * @param storage as last asked for
 */
public record ClusterView(List<TopicRow> topics, List<PartitionRow> partitions, Storage storage) {

  /** A topic's row. */
  record TopicRow(LabelText labels, LabelText infoLabels, int partitions, OptionalLong sizeBytes) {}

  /** A partition's row. */
  record PartitionRow(
      LabelText labels, Partition partition, OptionalLong start, OptionalLong end) {}

  public ClusterView {
    topics = List.copyOf(topics);
    partitions = List.copyOf(partitions);
  }

  public static ClusterView empty() {
    return new ClusterView(List.of(), List.of(), Storage.none());
  }

  public static ClusterView of(Topics topics, Offsets offsets, Storage storage) {
    List<TopicRow> topicRows = new ArrayList<>();
    List<PartitionRow> partitionRows = new ArrayList<>();
    for (Topic topic : topics.byName().values()) {
      topicRows.add(topicRow(topic, storage));
      for (Partition partition : topic.partitions()) {
        partitionRows.add(partitionRow(topic, partition, offsets));
      }
    }
    return new ClusterView(topicRows, partitionRows, storage);
  }

  private static TopicRow topicRow(Topic topic, Storage storage) {
    Long sizeBytes = storage.topicSizeBytes().get(topic.name());
    return new TopicRow(
        LabelText.of(Labels.of("topic", topic.name())),
        LabelText.of(
            Labels.of(
                "topic",
                topic.name(),
                "replication_factor",
                Integer.toString(topic.replicationFactor()),
                "cleanup_policy",
                storage.cleanupPolicies().getOrDefault(topic.name(), ""))),
        topic.partitions().size(),
        sizeBytes == null ? OptionalLong.empty() : OptionalLong.of(sizeBytes));
  }

  private static PartitionRow partitionRow(Topic topic, Partition partition, Offsets offsets) {
    TopicPartition key = new TopicPartition(topic.name(), partition.id());
    return new PartitionRow(
        LabelText.of(
            Labels.of("topic", topic.name(), "partition", Integer.toString(partition.id()))),
        partition,
        offsets.start(key),
        offsets.end(key));
  }
}
