package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/**
 * What the boards of producers and consumers have in common: an application has several clients,
 * and each is a line.
 *
 * @param kind as the names of its metrics have it: producer or consumer
 */
record ClientBoard(BoardId id, String kind) {
  static final Link JVM = Link.to(BoardId.JVM).taking("instance");

  /** To the same board, for one client. */
  Link oneClient() {
    return Link.to(id).taking("instance", "clientId");
  }

  List<Variable> variables() {
    String everyClient = "kafka_%s_connection_count".formatted(kind);
    return List.of(
        Variable.several(
            "instance",
            "Application",
            "label_values(%s{:cluster}, instance)".formatted(everyClient)),
        Variable.several(
            "clientId", "Client", "label_values(%s{:instance}, clientId)".formatted(everyClient)));
  }

  /** A line for each client. */
  Chart chart(String title, String description, Unit unit, String figure) {
    return lines(title, description, unit, Calc.MAX, oneClient(), JVM)
        .query("{{clientId}}", figure)
        .ranked();
  }

  /** Means and maxima are NaN while nothing happens. */
  static String max(String selector) {
    return maxBy("instance, clientId", selector + " >= 0");
  }

  static String rate(String selector) {
    return rateBy("instance, clientId", selector);
  }
}
