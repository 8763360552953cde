package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import java.util.List;

/** The board Canary on times. */
final class CanaryLatency {
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS);
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);

  private CanaryLatency() {}

  static Section section() {
    return Section.of("How long does it take?", latency(), brokers());
  }

  private static Line latency() {
    return line(
        8,
        quantiles(
                "How long until a message is read? (end to end)",
                "Tens of ms. 99 % below a second is the objective.",
                "kafka_canary_end_to_end_latency_seconds_bucket{:probe}")
            .thresholds(Thresholds.badFrom(1)),
        quantiles(
            "How long until all replicas in sync have it? (acknowledged)",
            "A few ms more than the slowest follower needs.",
            "kafka_canary_produce_latency_seconds_bucket{:probe}"),
        quantiles(
            "How long does a commit take?",
            "Tens of ms. More: the coordinators' disks, or too many commits.",
            "kafka_canary_commit_latency_seconds_bucket{:cluster}"));
  }

  /** Of buckets, which can be added up. */
  private static Chart quantiles(String title, String description, String buckets) {
    Chart chart = lines(title, description, Unit.SECONDS, Calc.MAX, REQUESTS);
    for (String quantile : List.of("p50", "p99")) {
      chart =
          chart.query(
              quantile,
              "histogram_quantile(0.%s, %s)"
                  .formatted(quantile.substring(1), rateBy("le", buckets)));
    }
    return chart;
  }

  private static Line brokers() {
    return line(
        8,
        lines(
                "On which broker does it take long? (p99, end to end)",
                "All alike. One above the others: its disk, its handlers, the network to it.",
                Unit.SECONDS,
                Calc.MAX,
                CLUSTER)
            .query(
                "broker {{broker}}",
                "histogram_quantile(0.99, %s)"
                    .formatted(
                        rateBy(
                            "broker, le",
                            "kafka_canary_end_to_end_latency_seconds_bucket{:probe}")))
            .thresholds(Thresholds.badFrom(1))
            .wide(12),
        table(
                "How is each broker, seen from a client?",
                "A broker without a row leads no partition of the canary, one without figures has no answers: nothing is known of it.",
                CLUSTER)
            .label("broker", "Broker")
            .figure(
                "Probes",
                Unit.MESSAGES_PER_SECOND,
                rateBy("broker", "kafka_canary_probes_total{:probe}"))
            .figure(
                "Delivered",
                Scale.of(Unit.SHARE, Thresholds.badBelow(0.999)),
                """
                sum by (broker) (rate(kafka_canary_messages_total{:probe,outcome='delivered'}[:rate]))
                / (sum by (broker) (rate(kafka_canary_messages_total{:probe}[:rate])) > 0)
                """)
            .figure(
                "Acknowledged p99",
                Unit.SECONDS,
                "histogram_quantile(0.99, %s) >= 0"
                    .formatted(
                        rateBy(
                            "broker, le", "kafka_canary_produce_latency_seconds_bucket{:probe}")))
            .figure(
                "Read p99",
                Unit.SECONDS,
                "histogram_quantile(0.99, %s) >= 0"
                    .formatted(
                        rateBy(
                            "broker, le",
                            "kafka_canary_end_to_end_latency_seconds_bucket{:probe}")))
            .sortedBy("Broker")
            .wide(12));
  }
}
