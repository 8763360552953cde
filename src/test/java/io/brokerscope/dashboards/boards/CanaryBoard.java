package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Can a client write and read, and how fast? A message a second to each broker, from outside. */
final class CanaryBoard {
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS);
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);
  private static final Link EXPORTER = Link.to(BoardId.EXPORTER);

  private CanaryBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CANARY,
        "Can a client write and read on every broker, and how long does it take?",
        List.of(
            Variable.several(
                "broker", "Broker", "label_values(kafka_canary_probes_total{:cluster}, broker)")),
        Section.of("Can clients write and read?", figures(), delivery()),
        Section.of("What became of the messages?", outcomes()),
        CanaryLatency.section(),
        Section.of("Is the canary itself well?", itself()));
  }

  private static Line figures() {
    return line(
        4,
        stat(
                "Do writing, reading and committing work?",
                "All up. Produce down: board Requests; consume: offline partitions; commit: the coordinator.",
                Unit.EXACT,
                REQUESTS)
            .query("{{check}}", maxBy("check", "kafka_canary_up{:cluster}"))
            .named(value(1, "up", "green"), value(0, "down", "red"))
            .wide(6),
        stat(
                "Delivered in time, over an hour, a day and 30 days",
                "99.9 % over 30 days is the objective.",
                Unit.SHARE,
                CLUSTER)
            .query("1 h", delivered("slo:sli_error:ratio_rate1h"))
            .query("1 d", delivered("slo:sli_error:ratio_rate1d"))
            .query("30 d", delivered("slo:sli_error:ratio_rate30d"))
            .thresholds(Thresholds.badBelow(0.9995, 0.999))
            .wide(8),
        stat(
                "Error budgets left",
                "Below 0 the objective of 30 days is missed.",
                Unit.SHARE,
                CLUSTER)
            .query(
                "{{sloth_slo}}",
                maxBy(
                    "sloth_slo",
                    "slo:period_error_budget_remaining:ratio{:cluster,sloth_slo=~'canary-.+'}"))
            .thresholds(Thresholds.badBelow(0.25, 0))
            .wide(6),
        stat(
                "Lost messages",
                "Always 0, in the time that is shown. They were acknowledged by all replicas in sync and never came.",
                Unit.COUNT,
                CLUSTER)
            .query(
                "",
                "sum(increase(kafka_canary_messages_total{:probe,outcome='lost'}[$__range])) or vector(0)")
            .thresholds(Thresholds.badFrom(0.5)));
  }

  private static String delivered(String ratio) {
    return "1 - max(%s{:cluster,sloth_slo='canary-delivery'})".formatted(ratio);
  }

  private static Line delivery() {
    return line(
        8,
        lines(
                "Which share arrives in time, by broker?",
                "100 %. One broker below: that broker; all: the cluster or the network to it.",
                Unit.SHARE,
                Calc.MIN,
                CLUSTER)
            .query(
                "broker {{broker}}",
                """
                sum by (broker) (rate(kafka_canary_messages_total{:probe,outcome='delivered'}[:rate]))
                / (sum by (broker) (rate(kafka_canary_messages_total{:probe}[:rate])) > 0)
                """)
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.999)),
        lines(
                "How fast do the canary's budgets burn? (1 uses one up in 30 days)",
                "Below 1. 14.4 over an hour or 6 over six hours is a page.",
                Unit.COUNT,
                Calc.MAX,
                REQUESTS)
            .query(
                "{{sloth_slo}}",
                maxBy("sloth_slo", "slo:current_burn_rate:ratio{:cluster,sloth_slo=~'canary-.+'}"))
            .thresholds(Thresholds.badFrom(6, 14.4)));
  }

  private static Line outcomes() {
    return line(
        8,
        lines(
                "Messages per second by outcome",
                "All delivered. Late came after 20 s; produce_failed was refused; unacked_delivered was "
                    + "refused and came all the same; lost never came.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                REQUESTS)
            .query("{{outcome}}", rateBy("outcome", "kafka_canary_messages_total{:probe}"))
            .stacked(),
        lines(
                "Messages not delivered in time, per second, by broker",
                "0 is normal. A broker that dies fails all partitions it replicates until it is fenced, 9 s.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                CLUSTER)
            .query(
                "broker {{broker}} {{outcome}}",
                rateBy(
                        "broker, outcome",
                        "kafka_canary_messages_total{:probe,outcome!='delivered'}")
                    + " > 0")
            .ranked()
            .emptyMeans("All were delivered"),
        lines(
                "Errors of its producer per second",
                "0 is normal. NOT_ENOUGH_REPLICAS: too few in sync; timeouts: nobody answers.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                REQUESTS)
            .query("{{error}}", rateBy("error", "kafka_canary_produce_errors_total{:probe}"))
            .emptyMeans("No error since the monitor started"));
  }

  private static Line itself() {
    return line(
        8,
        lines(
                "Messages sent per second, by broker",
                "One a second for each partition. Less: the monitor is short of CPU, or blocked.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MIN,
                EXPORTER)
            .query("broker {{broker}}", rateBy("broker", "kafka_canary_probes_total{:probe}")),
        lines(
                "Messages without an outcome yet",
                "A few. They pile up while nothing is delivered.",
                Unit.COUNT,
                Calc.MAX,
                EXPORTER)
            .query("in flight", "max(kafka_canary_inflight{:cluster})"),
        lines(
                "Live brokers that it does not reach",
                "0 is normal. A broker that comes back gets its leader back within minutes; half an hour is a ticket.",
                Unit.COUNT,
                Calc.MAX,
                CLUSTER)
            .query("brokers", "max(kafka_canary_brokers_without_leader{:cluster})")
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "Messages that came twice, per second",
                "0 is normal; some while leaders move.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                CLUSTER)
            .query("duplicates", "sum(rate(kafka_canary_duplicates_total{:cluster}[:rate]))")
            .emptyMeans("None since the monitor started"));
  }
}
