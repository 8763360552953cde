package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.bars;
import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** The monitoring itself: targets, agents, monitor. */
final class ExporterBoard {
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");

  private ExporterBoard() {}

  static Board board() {
    return Board.of(
        BoardId.EXPORTER,
        "Can what the other boards say be believed? Targets, agents and the monitor.",
        List.of(Variable.several("instance", "Target", "label_values(up{:cluster}, instance)")),
        Section.of("Does everybody answer?", targets()),
        Section.of("Do the agents read everything?", agents(), errors()),
        Section.of("What does it cost?", cost()),
        ExporterMonitor.section());
  }

  private static Line targets() {
    return line(
        9,
        table(
                "Does every target answer, and which version runs?",
                "All up. Above 8 s a scrape is about to fail.",
                JVM)
            .label("instance", "Target")
            .label("job", "Job")
            .figure(
                "State",
                Scale.of(value(1, "up", "green"), value(0, "down", "red")),
                maxBy("instance, job", "up{:instance}"))
            .figure(
                "Scrape",
                Scale.of(Unit.SECONDS, Thresholds.badFrom(5, 8)),
                maxBy("instance, job", "scrape_duration_seconds{:instance}"))
            .label("version", "Version")
            .fact(
                maxBy(
                    "instance, job, version",
                    "brokerscope_build_info{:instance} or kafka_monitor_build_info{:instance}"))
            .bar(
                "Series",
                Unit.COUNT,
                maxBy("instance, job", "brokerscope_series_exposed{:instance}"))
            .figure(
                "Rules",
                Scale.of(value(1, "current", "green"), value(0, "old: file is wrong", "red")),
                maxBy("instance, job", "brokerscope_config_last_reload_successful{:instance}"))
            .figure(
                "Warnings",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                maxBy("instance, job", "brokerscope_config_warnings{:instance}"))
            .sortedBy("Target")
            .wide(16),
        lines(
                "How long does a scrape take? (as Prometheus sees it)",
                "Far below a second. Above 8 s for 10 minutes is a ticket; at 10 s the figures are missing.",
                Unit.SECONDS,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "scrape_duration_seconds{:instance,job=~'kafka|kafka-client|kafka-monitor'}"))
            .ranked()
            .thresholds(Thresholds.badFrom(5, 8)));
  }

  /** A line for each agent. */
  private static Chart agent(String title, String description, Unit unit, String figure) {
    return lines(title, description, unit, Calc.MAX, JVM).query("{{instance}}", figure).ranked();
  }

  private static Line agents() {
    return line(
        9,
        agent(
            "How long does reading the MBeans take?",
            "About 10 ms with 1,000 partitions. More: rules that switch partitions on, or a busy host.",
            Unit.SECONDS,
            maxBy("instance", "jmx_scrape_duration_seconds{:instance}")),
        agent(
            "Series exposed",
            "Level; it grows with topics and clients.",
            Unit.COUNT,
            maxBy("instance", "brokerscope_series_exposed{:instance}")),
        agent(
            "MBeans planned or dropped per second",
            "0, some when topics or clients come and go. All the time: clients that are made anew.",
            Unit.COUNTS_PER_SECOND,
            rateBy("instance", "brokerscope_plan_changes_total{:instance}")),
        agent(
            "Values that rules ran for again, per scrape",
            "Few. Many make scrapes slow: a rule with the value in its pattern.",
            Unit.COUNT,
            maxBy("instance", "brokerscope_rule_evaluations{:instance}")));
  }

  private static Line errors() {
    return line(
        9,
        lines(
                "What could not be read, in a scrape",
                "0 is normal; an MBean of a topic that is deleted fails once.",
                Unit.COUNT,
                Calc.MAX,
                JVM)
            .query("{{instance}} MBeans", maxBy("instance", "brokerscope_mbeans_failed{:instance}"))
            .query(
                "{{instance}} attributes",
                maxBy("instance", "brokerscope_attributes_failed{:instance}"))
            .ranked()
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "What was left out?",
                "0 is normal. limit: raise limits.maxSeries or switch rules off; the others are rules that clash.",
                Unit.COUNT,
                Calc.LAST,
                JVM)
            .query(
                "{{instance}} {{reason}}",
                maxBy("instance, reason", "brokerscope_series_dropped{:instance} > 0"))
            .thresholds(Thresholds.warnFrom(1))
            .emptyMeans("Nothing"),
        lines(
                "Scrapes that failed, per second",
                "0 is normal. timeout: an MBean hangs; error: see the broker's standard error.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}} {{result}}",
                rateBy("instance, result", "brokerscope_scrapes_total{:instance,result!='ok'}"))
            .ranked()
            .thresholds(Thresholds.warnFrom(0.001)),
        bars(
                "How many rules never matched?",
                "Some: the rules cover roles and versions that this process has not.",
                Unit.COUNT,
                JVM)
            .query(
                "{{instance}}",
                "count by (instance) (brokerscope_rule_matches_total{:instance} == 0)"));
  }

  private static Line cost() {
    return line(
        9,
        agent(
            "Bytes of an answer before compression",
            "About 100 for each series; a tenth goes over the network.",
            Unit.BYTES,
            maxBy("instance", "brokerscope_response_bytes{:instance}")),
        lines("CPU of the monitor", "Below 0.1 of one.", Unit.COUNT, Calc.MAX, JVM)
            .query(
                "{{instance}}",
                rateBy("instance", "process_cpu_seconds_total{:cluster,job='kafka-monitor'}")),
        lines(
                "Memory of the monitor",
                "Level. It grows with groups and partitions.",
                Unit.BYTES,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy("instance", "process_resident_memory_bytes{:cluster,job='kafka-monitor'}")),
        lines(
                "Bytes per second between monitor and cluster",
                "Some KB for each group and broker.",
                Unit.BYTES_PER_SECOND,
                Calc.MEAN,
                JVM)
            .query(
                "{{instance}} sent", rateBy("instance", "kafka_monitor_sent_bytes_total{:cluster}"))
            .query(
                "{{instance}} received",
                rateBy("instance", "kafka_monitor_received_bytes_total{:cluster}")));
  }
}
