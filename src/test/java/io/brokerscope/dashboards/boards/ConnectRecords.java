package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Connect on records that fail, and on MirrorMaker. */
final class ConnectRecords {
  private static final Link THIS = Link.to(BoardId.CONNECT).taking("connector");
  private static final Link LAG = Link.to(BoardId.LAG);

  private ConnectRecords() {}

  static Section failures() {
    return Section.of("What goes wrong with records?", errors());
  }

  static Section mirrored() {
    return Section.of("Does MirrorMaker keep up?", mirror());
  }

  private static Line errors() {
    return line(
        8,
        lines(
                "Errors with records, since the task started",
                "0 is normal. Failures end the task unless errors.tolerance is all; then records are skipped.",
                Unit.COUNT,
                Calc.LAST,
                THIS)
            .query(
                "{{connector}} errors",
                sumBy("connector", "kafka_connect_task_error_record_errors_total{:connector}"))
            .query(
                "{{connector}} failures",
                sumBy("connector", "kafka_connect_task_error_record_failures_total{:connector}"))
            .query(
                "{{connector}} skipped",
                sumBy("connector", "kafka_connect_task_error_records_skipped_total{:connector}"))
            .ranked()
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "Records sent to the dead letter queue, since the task started",
                "0 is normal. Somebody must look at what is in it; failed ones are not even there.",
                Unit.COUNT,
                Calc.LAST,
                THIS)
            .query(
                "{{connector}} sent",
                sumBy(
                    "connector",
                    "kafka_connect_task_error_deadletterqueue_produce_requests_total{:connector}"))
            .query(
                "{{connector}} failed",
                sumBy(
                    "connector",
                    "kafka_connect_task_error_deadletterqueue_produce_failures_total{:connector}"))
            .ranked()
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "Operations tried again, since the task started",
                "0 is normal. The other system, or the network to it.",
                Unit.COUNT,
                Calc.MAX,
                THIS,
                LAG)
            .query(
                "{{connector}}",
                sumBy("connector", "kafka_connect_task_error_retries_total{:connector}")));
  }

  private static Line mirror() {
    return line(
        8,
        lines(
                "How old are messages when they are mirrored? (largest, by topic)",
                "Seconds. It grows while MirrorMaker is behind.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.TOPICS).taking("topic"))
            .query(
                "{{source}} to {{target}} {{topic}}",
                "topk(20, %s)"
                    .formatted(
                        maxBy(
                            "source, target, topic",
                            "kafka_connect_mirror_source_connector_replication_latency_ms_max{:cluster}")))
            .manyLines()
            .wide(12)
            .emptyMeans("No MirrorMaker"),
        lines(
                "How long do checkpoints of groups take? (largest, by group)",
                "Below a minute. Without them groups start anew on the other side.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.LAG).takingAs("consumergroup", "group"))
            .query(
                "{{source}} to {{target}} {{group}}",
                "topk(20, %s)"
                    .formatted(
                        maxBy(
                            "source, target, group",
                            "kafka_connect_mirror_checkpoint_connector_checkpoint_latency_ms_max{:cluster}")))
            .manyLines()
            .wide(12)
            .emptyMeans("No MirrorMaker"));
  }
}
