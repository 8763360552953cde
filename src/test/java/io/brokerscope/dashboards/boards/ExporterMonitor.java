package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Exporter on the monitor. */
final class ExporterMonitor {
  private static final Link CANARY = Link.to(BoardId.CANARY);
  private static final Link LAG = Link.to(BoardId.LAG);

  private ExporterMonitor() {}

  static Section section() {
    return Section.of("Does the monitor see everything?", monitor(), calls());
  }

  private static Line monitor() {
    return line(
        8,
        lines(
                "How old are the monitor's figures?",
                "Up to a cycle and a scrape, 45 s. 5 minutes are a ticket: lag and canary are old.",
                Unit.SECONDS,
                Calc.MAX,
                LAG)
            .query(
                "{{instance}}",
                "time() - "
                    + maxBy("instance", "kafka_monitor_snapshot_timestamp_seconds{:cluster}"))
            .thresholds(Thresholds.badFrom(60, 300)),
        lines(
                "How long do the steps of a cycle take?",
                "Below a second each; a cycle every 30 s.",
                Unit.SECONDS,
                Calc.MAX,
                LAG)
            .query(
                "{{collector}}",
                maxBy("collector", "kafka_monitor_collect_duration_seconds{:cluster}"))
            .manyLines(),
        lines(
                "What did not answer in the last cycle?",
                "0 is normal; a dead broker's log directories are missing. Of lag_seconds it is ages that have yet to be found.",
                Unit.COUNT,
                Calc.MAX,
                LAG)
            .query(
                "{{collector}} missing",
                maxBy("collector", "kafka_monitor_collect_missing{:cluster,collector!='all'} > 0"))
            .query(
                "{{collector}} failed",
                "count by (collector) (kafka_monitor_collect_success{:cluster,collector!='all'} == 0)")
            .thresholds(Thresholds.warnFrom(1))
            .emptyMeans("Everything answered"));
  }

  private static Line calls() {
    return line(
        8,
        lines(
                "Requests of a cycle",
                "At most 6, 8 for each broker, and one for each 2,000 partitions.",
                Unit.COUNT,
                Calc.MAX,
                CANARY)
            .query("{{instance}}", maxBy("instance", "kafka_monitor_cycle_requests{:cluster}")),
        lines(
                "Calls to Kafka that fail, per second",
                "0 is normal; some while a broker is down.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                CANARY)
            .query(
                "{{operation}} {{error}}",
                rateBy("operation, error", "kafka_monitor_errors_total{:cluster}"))
            .ranked()
            .emptyMeans("No call has failed since the monitor started"),
        table(
                "What may the monitor not do?",
                "describe must be allowed, or groups and topics are missing; the others are optional.",
                LAG)
            .label("resource", "On")
            .label("operation", "Right")
            .fact(sumBy("resource, operation", "kafka_monitor_authorized{:cluster} == 0"))
            .sortedBy("On")
            .emptyMeans("It has all rights"));
  }
}
