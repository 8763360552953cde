package io.brokerscope.monitor.lag;

import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.GaugeTable;
import io.brokerscope.monitor.lag.LagView.GroupRow;
import io.brokerscope.monitor.lag.LagView.PartitionRow;
import io.brokerscope.monitor.lag.LagView.TopicRow;

/**
 * The series of consumer lag. Names and labels are those of kafka_exporter where it has the figure;
 * the sums and maxima of a whole group have the names of kafka-lag-exporter.
 */
public final class LagMetrics {
  private static final GaugeTable<PartitionRow> PARTITIONS =
      GaugeTable.of(PartitionRow::labels)
          .gauge(
              "kafka_consumergroup_current_offset",
              "The offset that the group has committed: that of the next message it will read.",
              row -> row.lag().committed())
          .gauge(
              "kafka_consumergroup_lag",
              "Messages in the partition that the group has not committed and that still exist; as many"
                  + " as it commits at once are normal.",
              row -> row.lag().messages())
          .gauge(
              "kafka_consumergroup_lag_seconds",
              "Age of the oldest message that the group has not committed; absent while it is being"
                  + " looked up.",
              row -> row.lag().seconds())
          .gauge(
              "kafka_consumergroup_expired_messages",
              "Messages that retention deleted before the group committed them; above 0 they are lost"
                  + " to it. kafka-consumer-groups.sh counts them as lag.",
              row -> row.lag().expired())
          .gauge(
              "kafka_consumergroup_offset_age_seconds",
              "Seconds since the group's committed offset moved, as far as this monitor has seen.",
              row -> row.lag().standingSeconds())
          .gauge(
              "kafka_consumergroup_partition_status",
              "Burrow's status of the group in the partition: 1 is OK, 2 works without catching up, 4 is"
                  + " not read by anybody, 5 is read and stands still, 6 was set back.",
              row -> row.lag().status().value())
          .build();

  private static final GaugeTable<TopicRow> TOPICS =
      GaugeTable.of(TopicRow::labels)
          .gauge(
              "kafka_consumergroup_current_offset_sum",
              "Sum of the group's committed offsets in the topic; its rate is what the group reads.",
              row -> row.lag().committed())
          .gauge(
              "kafka_consumergroup_lag_sum",
              "The group's lag in messages, summed over the topic's partitions that answer.",
              row -> row.lag().messages())
          .gauge(
              "kafka_consumergroup_lag_max",
              "The group's lag in messages in the partition where it is largest.",
              row -> row.lag().mostMessages())
          .gauge(
              "kafka_consumergroup_lag_seconds_max",
              "Age of the oldest message in the topic that the group has not committed, of the"
                  + " partitions where it is known; absent if it is behind and none is.",
              row -> row.lag().mostSeconds())
          .build();

  private static final GaugeTable<GroupRow> GROUPS =
      GaugeTable.of(GroupRow::labels)
          .gauge(
              "kafka_consumergroup_group_sum_lag",
              "The group's lag in messages, summed over all its partitions that answer.",
              row -> row.lag().messages())
          .gauge(
              "kafka_consumergroup_group_max_lag",
              "The group's lag in messages in the partition where it is largest.",
              row -> row.lag().mostMessages())
          .gauge(
              "kafka_consumergroup_group_max_lag_seconds",
              "Age of the oldest message that the group has not committed, of the partitions where it"
                  + " is known; absent if it is behind and none is.",
              row -> row.lag().mostSeconds())
          .gauge(
              "kafka_consumergroup_status",
              "Burrow's status of the group: 1 is OK, 2 works without catching up, 3 is worse than that"
                  + " in at least one partition.",
              row -> row.lag().status().value())
          .gauge(
              "kafka_consumergroup_members",
              "Consumers in the group; 0 means that nobody reads.",
              row -> row.group().members().count())
          .gauge(
              "kafka_consumergroup_members_unassigned",
              "Consumers in the group that have no partition and do nothing; 0 is normal.",
              row -> row.group().members().unassigned())
          .gauge(
              "kafka_consumergroup_partitions_without_commit",
              "Partitions that consumers of the group have and have committed nothing to, so that there"
                  + " is no lag to tell.",
              GroupRow::withoutCommit)
          .build();

  private static final GaugeTable<GroupRow> GROUP_INFO =
      GaugeTable.of(GroupRow::infoLabels)
          .gauge(
              "kafka_consumergroup_info",
              "1; the group's state, its type (Classic, or Consumer for KIP-848), assignor and"
                  + " coordinating broker.",
              row -> 1)
          .build();

  private LagMetrics() {}

  /** Appends the chosen families. */
  public static void write(LagView view, FamilyChoice choice, Encoder encoder) {
    PARTITIONS.write(view.partitions(), choice, encoder);
    TOPICS.write(view.topics(), choice, encoder);
    GROUPS.write(view.groups(), choice, encoder);
    GROUP_INFO.write(view.groups(), choice, encoder);
  }
}
