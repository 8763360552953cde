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

/** The board Cluster on how evenly load is spread. */
final class ClusterBalance {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");
  private static final Link TOPICS = Link.to(BoardId.TOPICS);

  private ClusterBalance() {}

  static Section section() {
    return Section.of("Is the load spread evenly?", load(), balance());
  }

  private static Line load() {
    return line(
        8,
        lines(
                "Bytes in per second by broker",
                "Lines close together. One above the others leads too much or has a hot partition.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_bytesin_total{:cluster,topic=''}")),
        lines(
                "Bytes out per second by broker",
                "To consumers, without replication. One above the others has the topic everybody reads.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_bytesout_total{:cluster,topic=''}")),
        lines(
                "Messages in per second by broker",
                "As bytes; many small messages cost more than few large ones.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_messagesin_total{:cluster,topic=''}")));
  }

  private static Line balance() {
    return line(
        8,
        lines(
                "Partitions led by broker",
                "Lines close together. A restarted broker gets its leaders back within 5 minutes, if "
                    + "auto.leader.rebalance.enable is on.",
                Unit.COUNT,
                Calc.LAST,
                BROKER)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_server_replicamanager_leadercount{:cluster}")),
        lines(
                "How uneven is it? (the largest broker by the mean)",
                "1 is even. From 1.5 for partitions and 2 for traffic on, move partitions.",
                Unit.COUNT,
                Calc.LAST,
                TOPICS)
            .query(
                "bytes in",
                """
                max(sum by (instance) (
                  rate(kafka_server_brokertopicmetrics_bytesin_total{:cluster,topic=''}[:rate])))
                / (avg(sum by (instance) (
                  rate(kafka_server_brokertopicmetrics_bytesin_total{:cluster,topic=''}[:rate]))) > 0)
                """)
            .query(
                "messages in",
                """
                max(sum by (instance) (
                  rate(kafka_server_brokertopicmetrics_messagesin_total{:cluster,topic=''}[:rate])))
                / (avg(sum by (instance) (
                  rate(kafka_server_brokertopicmetrics_messagesin_total{:cluster,topic=''}[:rate]))) > 0)
                """)
            .query(
                "replicas",
                """
                max(kafka_server_replicamanager_partitioncount{:cluster})
                / (avg(kafka_server_replicamanager_partitioncount{:cluster}) > 0)
                """)
            .thresholds(Thresholds.badFrom(1.5, 2)),
        lines(
                "Share of partitions not led where they should be",
                "0 is normal, more after a restart. Above 10 % for an hour Kafka does not put it right.",
                Unit.SHARE,
                Calc.LAST,
                TOPICS)
            .query(
                "not preferred",
                """
                max(kafka_controller_kafkacontroller_preferredreplicaimbalancecount{:cluster})
                / (max(kafka_controller_kafkacontroller_globalpartitioncount{:cluster}) > 0)
                """)
            .thresholds(Thresholds.warnFrom(0.1)));
  }
}
