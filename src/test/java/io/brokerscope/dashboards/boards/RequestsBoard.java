package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Table;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Where does the time of a request go? Percentiles are compared here and never added up. */
final class RequestsBoard {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");

  /** The stations of a request, in the order in which it passes them. */
  private record Part(String name, String metric) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("1 waiting for a handler", "kafka_network_requestmetrics_requestqueuetimems"),
          new Part("2 leader's work and disk", "kafka_network_requestmetrics_localtimems"),
          new Part("3 waiting for followers", "kafka_network_requestmetrics_remotetimems"),
          new Part("4 held back by a quota", "kafka_network_requestmetrics_throttletimems"),
          new Part("5 waiting for the network", "kafka_network_requestmetrics_responsequeuetimems"),
          new Part("6 sending the answer", "kafka_network_requestmetrics_responsesendtimems"));

  private RequestsBoard() {}

  static Board board() {
    return Board.of(
        BoardId.REQUESTS,
        "Which requests are slow, on which broker, and in which part of their way?",
        List.of(
            Variable.several(
                "instance", "Broker", "label_values(up{:cluster,job='kafka'}, instance)"),
            Variable.one(
                "request",
                "Request",
                "label_values(kafka_network_requestmetrics_requests_total{:cluster}, request)",
                "Produce"),
            Variable.choice(
                "quantile", "Quantile", "0.99", "0.5", "0.75", "0.95", "0.98", "0.99", "0.999")),
        Section.of("Is it slow for users?", users()),
        Section.of("Where does the time of $request go?", parts(), brokers()),
        RequestsLoad.requests(),
        RequestsLoad.servers());
  }

  private static Line users() {
    return line(
        8,
        total("Produce", "Below 100 ms is the objective (99 % of samples), above 1 s is a ticket.")
            .thresholds(Thresholds.badFrom(100, 1000)),
        total(
            "FetchConsumer",
            "Up to fetch.max.wait.ms (500) while there is nothing new to read, which is normal."),
        total("FetchFollower", "As for consumers. Far more than 500 ms holds up acks=all."));
  }

  private static Chart total(String request, String description) {
    return lines(
            "How slow is %s? (p99)".formatted(request),
            description
                + " Kafka's percentile is of the last 1,028 requests: of minutes, or of hours with few.",
            Unit.MILLISECONDS,
            Calc.MAX,
            BROKER)
        .query(
            "{{instance}}",
            maxBy(
                "instance",
                "kafka_network_requestmetrics_totaltimems{:instance,request='%s',quantile='0.99'}"
                    .formatted(request)));
  }

  private static Line parts() {
    Chart parts =
        lines(
                "Mean time by part (their sum is the whole)",
                "The thickest band is where to look: 1 handlers busy, 2 disk, 3 a slow follower (for "
                    + "fetches: no new data), 4 quotas, 5 network threads busy, 6 slow clients.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.BROKER).keeping("instance"))
            .stacked();
    Chart worst =
        lines(
            "Quantile $quantile by part, of the worst broker",
            "Which part makes the slow ones slow. They do not add up: the slowest hundredth of each "
                + "part are different requests.",
            Unit.MILLISECONDS,
            Calc.MAX,
            Link.to(BoardId.BROKER).keeping("instance"));
    for (Part part : PARTS) {
      parts =
          parts.query(
              part.name(),
              """
              sum(rate(%1$s_sum{:instance,request='$request'}[:rate]))
              / (sum(rate(%1$s_count{:instance,request='$request'}[:rate])) > 0)
              """
                  .formatted(part.metric()));
      worst =
          worst.query(
              part.name(),
              "max(%s{:instance,request='$request',quantile='$quantile'})"
                  .formatted(part.metric()));
    }
    return line(9, parts, worst, whole());
  }

  private static Chart whole() {
    return lines(
            "Quantile $quantile of the whole time by broker",
            "One line above the others is one broker's trouble; all together are the cluster's.",
            Unit.MILLISECONDS,
            Calc.MAX,
            BROKER)
        .query(
            "{{instance}}",
            maxBy(
                "instance",
                "kafka_network_requestmetrics_totaltimems{:instance,request='$request',quantile='$quantile'}"));
  }

  private static Line brokers() {
    Table byBroker =
        table(
                "Which broker and which part? (quantile $quantile, ms)",
                "The longest bar of the table is where to look; all parts have one scale.",
                BROKER)
            .label("instance", "Broker");
    for (Part part : PARTS) {
      byBroker =
          byBroker.comparedBar(
              part.name(),
              Unit.MILLISECONDS,
              maxBy(
                  "instance",
                  part.metric() + "{:instance,request='$request',quantile='$quantile'}"));
    }
    return line(6, byBroker.sortedBy("Broker"));
  }
}
