package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Consumer lag on single partitions, and on how groups are. */
final class LagPartitions {
  private static final Link THIS = Link.to(BoardId.LAG).taking("consumergroup");
  private static final Link CONSUMER = Link.to(BoardId.CONSUMER);

  private static final Scale PARTITION_STATUS =
      Scale.of(
          value(1, "OK", "green"),
          value(2, "WARN", "orange"),
          value(4, "STOP: nobody has it", "red"),
          value(5, "STALL: stands still", "red"),
          value(6, "REWIND: went back", "orange"));

  private LagPartitions() {}

  static Section partitionsBehind() {
    return Section.of("Which partition?", partitions());
  }

  static Section groups() {
    return Section.of("Is the group in order?", order());
  }

  private static Line partitions() {
    return line(
        9,
        table(
                "Which partitions are furthest behind? (the worst 50)",
                "One partition: a hot key or a message it fails on. All: too few consumers.",
                Link.to(BoardId.LAG).taking("consumergroup", "topic"),
                Link.to(BoardId.TOPICS).taking("topic"))
            .label("consumergroup", "Group")
            .label("topic", "Topic")
            .label("partition", "Partition")
            .figure("Status", PARTITION_STATUS, worst("kafka_consumergroup_partition_status"))
            .bar("Seconds behind", Unit.SECONDS, worst("kafka_consumergroup_lag_seconds"))
            .bar("Messages behind", Unit.COUNT, worst("kafka_consumergroup_lag"))
            .figure("Commit moved", Unit.SECONDS, worst("kafka_consumergroup_offset_age_seconds"))
            .figure(
                "Lost unread",
                Scale.of(Unit.COUNT, Thresholds.badFrom(1)),
                worst("kafka_consumergroup_expired_messages"))
            .sortedBy("Messages behind")
            .emptyMeans("lag.granularity is topic or group: no figures of partitions"));
  }

  /** Of the same 50 partitions in each column. */
  private static String worst(String metric) {
    String figure = maxBy("consumergroup, topic, partition", metric + "{:group,topic=~'$topic'}");
    return metric.equals("kafka_consumergroup_lag")
        ? "topk(50, %s)".formatted(figure)
        : figure
            + " and topk(50, "
            + maxBy(
                "consumergroup, topic, partition",
                "kafka_consumergroup_lag{:group,topic=~'$topic'}")
            + ")";
  }

  private static Line order() {
    return line(
        8,
        lines(
                "Members of each group, and those without a partition",
                "Steady. Fewer is a member that died; idle ones are more than there are partitions.",
                Unit.COUNT,
                Calc.LAST,
                CONSUMER)
            .query(
                "{{consumergroup}}", maxBy("consumergroup", "kafka_consumergroup_members{:group}"))
            .query(
                "{{consumergroup}} idle",
                maxBy("consumergroup", "kafka_consumergroup_members_unassigned{:group} > 0")),
        lines(
                "Partitions that stand still, have nobody, or went back",
                "0 is normal. STALL: look at the consumer's log; STOP: start it; REWIND: somebody reset offsets.",
                Unit.COUNT,
                Calc.MAX,
                THIS)
            .query("{{consumergroup}} stand still", bad(5))
            .query("{{consumergroup}} have nobody", bad(4))
            .query("{{consumergroup}} went back", bad(6))
            .thresholds(Thresholds.warnFrom(1))
            .emptyMeans("None"),
        lines(
                "Rebalances per second, by coordinator",
                "Near 0, a few when something is deployed. All the time: members that are too slow "
                    + "(max.poll.interval.ms) or die.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.BROKER).taking("instance"))
            .query(
                "{{instance}} classic",
                rateBy(
                    "instance",
                    "kafka_server_group_coordinator_metrics_group_completed_rebalance_count_total{:cluster}"))
            .query(
                "{{instance}} consumer",
                rateBy(
                    "instance",
                    "kafka_server_group_coordinator_metrics_consumer_group_rebalance_count_total{:cluster}"))
            .ranked());
  }

  private static String bad(int status) {
    return "count by (consumergroup) (%s == %d)"
        .formatted(
            maxBy(
                "consumergroup, topic, partition",
                "kafka_consumergroup_partition_status{:group,topic=~'$topic'}"),
            status);
  }
}
