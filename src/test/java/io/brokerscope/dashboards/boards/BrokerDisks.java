package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Broker on disks and logs. */
final class BrokerDisks {
  private static final Link HOST = Link.to(BoardId.HOST).taking("instance");

  /** From disks that the monitor tells of, or node_exporter; neither knows the agent's name. */
  private static final Link ALL_HOSTS = Link.to(BoardId.HOST);

  private BrokerDisks() {}

  static Section section() {
    return Section.of("Do its disks keep up?", space(), logs());
  }

  private static Line space() {
    return line(
        8,
        lines(
                "How slow are flushes to disk? (ms on average)",
                "Tens of ms are normal. Above 500 ms the disk is the bottleneck.",
                Unit.MILLISECONDS,
                Calc.MAX,
                HOST)
            .query(
                "{{instance}}",
                """
                sum by (instance) (rate(kafka_log_logflushstats_logflushrateandtimems_sum{:instance}[:rate]))
                / (sum by (instance) (rate(kafka_log_logflushstats_logflushrateandtimems_count{:instance}[:rate])) > 0)
                """)
            .emptyMeans("Nothing is flushed")
            .thresholds(Thresholds.badFrom(100, 500)),
        lines(
                "How much of the disks is free? (all brokers of the cluster)",
                "Above 40 % is calm. By the monitor, which numbers brokers; without it by node_exporter.",
                Unit.SHARE,
                Calc.LAST,
                ALL_HOSTS)
            .query(
                "{{broker}}{{instance}} {{log_dir}}{{mountpoint}}",
                "kafka_cluster:kafka_disk_free:ratio{:cluster}")
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.4, 0.2)),
        lines(
                "When is a disk full? (at the pace of the last 6 hours)",
                "Days are normal, none is better. Below 4 hours is a page: shorten retention or move partitions.",
                Unit.SECONDS,
                Calc.MIN,
                ALL_HOSTS)
            .query(
                "{{broker}}{{instance}} {{log_dir}}{{mountpoint}}",
                """
                kafka_cluster:kafka_disk_free:ratio{:cluster}
                / (-deriv(kafka_cluster:kafka_disk_free:ratio{:cluster}[6h]) > 0)
                """)
            .thresholds(Thresholds.badBelow(86400, 14400))
            .emptyMeans("No disk is filling"));
  }

  private static Line logs() {
    return line(
        8,
        lines(
                "Log directories that are offline",
                "Always 0. A directory that failed stays away until the broker is restarted with a whole disk.",
                Unit.COUNT,
                Calc.MAX,
                HOST)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_log_logmanager_offlinelogdirectorycount{:instance}"))
            .thresholds(Thresholds.badFrom(1)),
        lines(
                "How much is left to compact? (worst log, percent dirty)",
                "Below 50 % is normal (min.cleanable.dirty.ratio). Growing means the cleaner is slow or dead.",
                Unit.COUNT,
                Calc.LAST,
                Link.to(BoardId.TOPICS))
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_log_logcleanermanager_max_dirty_percent{:instance}")),
        lines(
                "What did the log cleaner give up on?",
                "Always 0. Dead threads and partitions left out do not come back without a restart.",
                Unit.COUNT,
                Calc.MAX,
                Link.to(BoardId.TOPICS))
            .query("dead threads", "sum(kafka_log_logcleaner_deadthreadcount{:instance})")
            .query(
                "partitions",
                "sum(kafka_log_logcleanermanager_uncleanable_partitions_count{:instance})")
            .thresholds(Thresholds.badFrom(1)));
  }
}
