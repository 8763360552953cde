package io.brokerscope.monitor.cluster;

import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.GaugeTable;
import io.brokerscope.exposition.LabelText;
import io.brokerscope.exposition.Labels;
import io.brokerscope.monitor.cluster.ClusterView.PartitionRow;
import io.brokerscope.monitor.cluster.ClusterView.TopicRow;
import io.brokerscope.monitor.cluster.Storage.LogDir;
import java.util.List;
import java.util.OptionalLong;

/**
 * The series of the cluster view. Names and labels are those of kafka_exporter wherever it has the
 * figure (danielqsj/kafka_exporter 1.9), so that its boards and alerts keep working.
 */
public final class ClusterMetrics {
  private static final GaugeTable<Brokers> CLUSTER =
      GaugeTable.<Brokers>of(cluster -> LabelText.of(Labels.none()))
          .gauge(
              "kafka_up",
              "1 while a broker answers the monitor; 0 means that clients cannot reach the cluster.",
              cluster -> cluster.reachable() ? 1 : 0)
          .gauge(
              "kafka_brokers",
              "Brokers that are registered and not fenced; fewer than usual means that one is down.",
              cluster -> cluster.upIds().size())
          .gauge(
              "kafka_cluster_controller_id",
              "The id of the active controller; absent while there is none.",
              cluster ->
                  cluster.controller().orElse(-1) < 0
                      ? Double.NaN
                      : cluster.controller().getAsInt())
          .build();

  private static final GaugeTable<Brokers> IDENTITY =
      GaugeTable.<Brokers>of(
              cluster -> LabelText.of(Labels.of("cluster_id", cluster.clusterId().orElse(""))))
          .gauge(
              "kafka_cluster_info",
              "1; the id that the cluster's storage was formatted with.",
              cluster -> cluster.clusterId().isPresent() ? 1 : Double.NaN)
          .build();

  private static final GaugeTable<Broker> BROKER_UP =
      GaugeTable.<Broker>of(
              broker -> LabelText.of(Labels.of("broker", Integer.toString(broker.id()))))
          .gauge(
              "kafka_broker_up",
              "1 while the broker sends heartbeats; 0 for one that is fenced or has gone from the list"
                  + " of brokers.",
              broker -> broker.up() ? 1 : 0)
          .build();

  private static final GaugeTable<Broker> BROKER_INFO =
      GaugeTable.<Broker>of(
              broker ->
                  LabelText.of(
                      Labels.of(
                          "id",
                          Integer.toString(broker.id()),
                          "address",
                          broker.address(),
                          "rack",
                          broker.rack().orElse(""))))
          .gauge("kafka_broker_info", "1; where clients connect to the broker.", broker -> 1)
          .build();

  private static final GaugeTable<TopicRow> TOPICS =
      GaugeTable.of(TopicRow::labels)
          .gauge("kafka_topic_partitions", "Partitions of the topic.", TopicRow::partitions)
          .gauge(
              "kafka_topic_size_bytes",
              "Bytes of the topic's logs on disk, all replicas together.",
              row -> orNaN(row.sizeBytes()))
          .build();

  private static final GaugeTable<TopicRow> TOPIC_INFO =
      GaugeTable.of(TopicRow::infoLabels)
          .gauge(
              "kafka_topic_info",
              "1; how often the topic's messages are kept and how old ones are cleaned up. Lag in"
                  + " messages of a compacted topic counts messages that are gone.",
              row -> 1)
          .build();

  private static final GaugeTable<PartitionRow> PARTITIONS =
      GaugeTable.of(PartitionRow::labels)
          .gauge(
              "kafka_topic_partition_current_offset",
              "The offset that the next message of the partition gets.",
              row -> orNaN(row.end()))
          .gauge(
              "kafka_topic_partition_oldest_offset",
              "The offset of the oldest message that the partition still has.",
              row -> orNaN(row.start()))
          .gauge(
              "kafka_topic_partition_leader",
              "The id of the broker that leads the partition; -1 if none does.",
              row -> row.partition().leader())
          .gauge(
              "kafka_topic_partition_leader_is_preferred",
              "1 while the first of the partition's replicas leads it, as after a leader election.",
              row -> flag(row.partition().leaderIsPreferred()))
          .gauge(
              "kafka_topic_partition_replicas",
              "Replicas that the partition should have.",
              row -> row.partition().replicas().size())
          .gauge(
              "kafka_topic_partition_in_sync_replica",
              "Replicas that are in sync with the leader; fewer than all is a risk.",
              row -> row.partition().isr().size())
          .gauge(
              "kafka_topic_partition_under_replicated_partition",
              "1 while fewer replicas are in sync than there should be; 0 is normal.",
              row -> flag(row.partition().underReplicated()))
          .gauge(
              "kafka_topic_partition_offline",
              "1 while no broker leads the partition, which nobody can write or read then; 0 is"
                  + " normal.",
              row -> flag(!row.partition().hasLeader()))
          .build();

  private static final GaugeTable<LogDir> LOG_DIRS =
      GaugeTable.<LogDir>of(
              dir ->
                  LabelText.of(
                      Labels.of("broker", Integer.toString(dir.broker()), "log_dir", dir.path())))
          .gauge(
              "kafka_broker_log_dir_size_bytes",
              "Bytes of all logs in the directory.",
              LogDir::sizeBytes)
          .gauge(
              "kafka_broker_log_dir_total_bytes",
              "Size of the volume that the directory is on.",
              dir -> orNaN(dir.volume().totalBytes()))
          .gauge(
              "kafka_broker_log_dir_usable_bytes",
              "Bytes that the broker can still write to the directory's volume; at 0 it stops.",
              dir -> orNaN(dir.volume().usableBytes()))
          .gauge(
              "kafka_broker_log_dir_failed",
              "1 if the broker has given up the directory because of an error; 0 is normal.",
              dir -> flag(dir.failed()))
          .build();

  private ClusterMetrics() {}

  /** Appends the chosen families of what the last look at the brokers found. */
  public static void write(Brokers brokers, FamilyChoice choice, Encoder encoder) {
    CLUSTER.write(List.of(brokers), choice, encoder);
    IDENTITY.write(List.of(brokers), choice, encoder);
    BROKER_UP.write(brokers.all(), choice, encoder);
    BROKER_INFO.write(brokers.all(), choice, encoder);
  }

  /** Appends the chosen families of what the last cycle found. */
  public static void write(ClusterView view, FamilyChoice choice, Encoder encoder) {
    TOPICS.write(view.topics(), choice, encoder);
    TOPIC_INFO.write(view.topics(), choice, encoder);
    PARTITIONS.write(view.partitions(), choice, encoder);
    LOG_DIRS.write(view.storage().dirs(), choice, encoder);
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }

  private static double orNaN(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : Double.NaN;
  }
}
