package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board KRaft controller on what reaches the brokers. */
final class ControllerMetadata {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);

  private ControllerMetadata() {}

  static Section followers() {
    return Section.of(
        "Do its decisions reach the nodes?",
        line(
            8,
            lines(
                    "How old is a broker's metadata?",
                    "Below a second: the controller writes twice a second. Above 10 s it sends "
                        + "clients to the wrong brokers.",
                    Unit.SECONDS,
                    Calc.MAX,
                    BROKER)
                .query(
                    "{{instance}}",
                    maxBy(
                        "instance",
                        "kafka_server_broker_metadata_metrics_last_applied_record_lag_ms{:cluster} / 1000"))
                .thresholds(Thresholds.warnFrom(10)),
            lines(
                    "How far behind the leader's log? (records)",
                    "Near 0. A node that stays behind is slow, or cut off.",
                    Unit.COUNT,
                    Calc.MAX,
                    JVM)
                .query(
                    "{{instance}}",
                    """
                    max by (kafka_cluster) (kafka_server_raft_metrics_log_end_offset{:cluster})
                    - on (kafka_cluster) group_right ()
                    max by (kafka_cluster, instance) (kafka_server_raft_metrics_log_end_offset{:cluster})
                    """),
            lines(
                    "Metadata records that nodes failed on",
                    "Always 0. One is a page: restart that node and look at its log.",
                    Unit.COUNT,
                    Calc.LAST,
                    JVM)
                .query(
                    "{{instance}} controller",
                    maxBy(
                        "instance",
                        "kafka_controller_kafkacontroller_metadataerrorcount_total{:cluster}"))
                .query(
                    "{{instance}} load",
                    maxBy(
                        "instance",
                        "kafka_server_broker_metadata_metrics_metadata_load_error_count_total{:cluster}"))
                .query(
                    "{{instance}} apply",
                    maxBy(
                        "instance",
                        "kafka_server_broker_metadata_metrics_metadata_apply_error_count_total{:cluster}"))
                .ranked()
                .thresholds(Thresholds.badFrom(1)),
            lines(
                    "How old is the latest metadata snapshot?",
                    "Up to an hour or some (metadata.log.max.snapshot.interval.ms). Without one a restart takes long.",
                    Unit.SECONDS,
                    Calc.LAST,
                    JVM)
                .query(
                    "{{instance}}",
                    maxBy(
                        "instance",
                        "kafka_server_snapshotemitter_latestsnapshotgeneratedagems{:cluster} / 1000"))));
  }

  static Section brokers() {
    return Section.of(
        "How does it see the brokers?",
        line(
            8,
            lines(
                    "Brokers by state",
                    "All active. Fenced ones serve nobody; those that shut down hand their leaders over.",
                    Unit.COUNT,
                    Calc.LAST,
                    CLUSTER)
                .query(
                    "active", "max(kafka_controller_kafkacontroller_activebrokercount{:cluster})")
                .query(
                    "fenced", "max(kafka_controller_kafkacontroller_fencedbrokercount{:cluster})")
                .query(
                    "shutting down",
                    "max(kafka_controller_kafkacontroller_controlledshutdownbrokercount{:cluster})"),
            lines(
                    "How long ago did a broker's heartbeat come?",
                    "Up to 2 s. At 9 s (broker.session.timeout.ms) the broker is fenced.",
                    Unit.MILLISECONDS,
                    Calc.MAX,
                    CLUSTER)
                .query(
                    "broker {{broker}}",
                    maxBy(
                        "broker",
                        "kafka_controller_kafkacontroller_timesincelastheartbeatreceivedms{:cluster}"))
                .thresholds(Thresholds.badFrom(4000, 9000)),
            lines(
                    "Heartbeats that timed out, per second",
                    "0 is normal. They waited too long in the controller's queue: it has more to do than it can.",
                    Unit.COUNTS_PER_SECOND,
                    Calc.MAX,
                    CLUSTER)
                .query(
                    "{{instance}}",
                    rateBy(
                        "instance",
                        "kafka_controller_kafkacontroller_timedoutbrokerheartbeatcount_total{:cluster}")),
            lines(
                    "Partitions not led by the preferred replica",
                    "Near 0, more after a restart, for 5 minutes.",
                    Unit.COUNT,
                    Calc.LAST,
                    Link.to(BoardId.TOPICS))
                .query(
                    "partitions",
                    "max(kafka_controller_kafkacontroller_preferredreplicaimbalancecount{:cluster})")));
  }
}
