package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Cluster on replicas and elections. */
final class ClusterReplication {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");
  private static final Link TOPICS = Link.to(BoardId.TOPICS);
  private static final Link CONTROLLER = Link.to(BoardId.CONTROLLER);

  private ClusterReplication() {}

  static Section replication() {
    return Section.of("Do replicas keep up?", replicas(), movements());
  }

  static Section disorder() {
    return Section.of("Who is out of order, and who connects?", elections());
  }

  private static Line replicas() {
    return line(
        8,
        lines(
                "Under-replicated partitions by leader",
                "0 is normal. On several leaders one broker is gone or slow for all; on one leader "
                    + "it cannot feed its followers.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy(
                    "instance", "kafka_server_replicamanager_underreplicatedpartitions{:cluster}"))
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "Shrinking and growing in-sync sets per second",
                "0 is normal, one burst of each when a broker hangs; one that died the controller "
                    + "takes out, uncounted. Again and again: an overloaded broker or network.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} shrink",
                rateBy("instance", "kafka_server_replicamanager_isrshrinks_total{:cluster}"))
            .query(
                "{{instance}} grow",
                rateBy("instance", "kafka_server_replicamanager_isrexpands_total{:cluster}")),
        lines(
                "How far behind is a follower? (messages, worst partition)",
                "Near 0, and it returns there. One that grows does not keep up: look at its disk and network.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_server_replicafetchermanager_maxlag{:cluster}")));
  }

  private static Line movements() {
    return line(
        8,
        lines(
                "Replication bytes per second by broker",
                "Bytes in times the replication factor less one, in all. Far more is a broker catching up.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} in",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_replicationbytesin_total{:cluster}"))
            .query(
                "{{instance}} out",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_replicationbytesout_total{:cluster}")),
        lines(
                "Reassignment bytes per second by broker",
                "0 unless somebody moves partitions; then up to the throttle that was set.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_reassignmentbytesin_total{:cluster}")),
        lines(
                "Partitions being moved, and replicas given up",
                "0 unless somebody moves partitions. Failed ones need a look at the broker's log.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} moving",
                maxBy("instance", "kafka_server_replicamanager_reassigningpartitions{:cluster}"))
            .query(
                "{{instance}} failed",
                maxBy(
                    "instance",
                    "kafka_server_replicafetchermanager_failedpartitionscount{:cluster}")));
  }

  private static Line elections() {
    return line(
        8,
        lines(
                "Partitions without a leader, or below min ISR",
                "Always 0. The board Topics says which.",
                Unit.COUNT,
                Calc.MAX,
                TOPICS)
            .query(
                "offline", "max(kafka_controller_kafkacontroller_offlinepartitionscount{:cluster})")
            .query(
                "under min ISR",
                "sum(kafka_server_replicamanager_underminisrpartitioncount{:cluster})")
            .thresholds(Thresholds.badFrom(1)),
        lines(
                "Elections out of the ordinary per second",
                "0 is normal. An unclean one lost messages; one from eligible leader replicas did not.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                CONTROLLER)
            .query(
                "unclean",
                """
                max(rate(
                  kafka_controller_controllerstats_uncleanleaderelections_total{:cluster}[:rate]))
                """)
            .query(
                "from eligible replicas",
                """
                max(rate(
                  kafka_controller_controllerstats_electionfromeligibleleaderreplicas_total{:cluster}[:rate]))
                """));
  }
}
