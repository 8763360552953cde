package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
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

/** An application that reads, from its own side. */
final class ConsumerBoard {
  private static final Link THIS = Link.to(BoardId.CONSUMER).taking("instance", "clientId");
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link LAG = Link.to(BoardId.LAG);

  private ConsumerBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CONSUMER,
        "Does a consumer keep up, and if not, is it Kafka or the application?",
        List.of(
            Variable.several(
                "instance",
                "Application",
                "label_values(kafka_consumer_connection_count{:cluster}, instance)"),
            Variable.several(
                "clientId",
                "Client",
                "label_values(kafka_consumer_connection_count{:instance}, clientId)")),
        Section.of("Which consumer has trouble?", consumers()),
        Section.of("Does it keep up?", pace()),
        Section.of("Is it Kafka that is slow, or the application?", fetches()),
        Section.of("Does its group settle?", group()),
        Section.of("Do commits and connections work?", commits()));
  }

  /** A line for each consumer. */
  private static Chart chart(String title, String description, Unit unit, String figure) {
    return lines(title, description, unit, Calc.MAX, THIS, JVM)
        .query("{{clientId}}", figure)
        .ranked();
  }

  /** Means and maxima are NaN while nothing happens. */
  private static String max(String selector) {
    return maxBy("instance, clientId", selector + " >= 0");
  }

  private static String rate(String selector) {
    return rateBy("instance, clientId", selector);
  }

  private static Line consumers() {
    return line(
        9,
        table(
                "Which consumers are there, and how are they?",
                "A click chooses one. Whoever polled long ago works on a message, or hangs.",
                JVM,
                Link.to(BoardId.CONSUMER).taking("instance", "clientId"))
            .label("instance", "Application")
            .label("clientId", "Client", 300)
            .label("version", "Version")
            .fact(maxBy("instance, clientId, version", "kafka_consumer_version_info{:client}"))
            .bar(
                "Read",
                Unit.MESSAGES_PER_SECOND,
                rate("kafka_consumer_fetch_manager_records_consumed_total{:client}"))
            .bar(
                "Messages behind",
                Unit.COUNT,
                max("kafka_consumer_fetch_manager_records_lag_max{:client}"))
            .figure(
                "Partitions",
                Unit.COUNT,
                max("kafka_consumer_coordinator_assigned_partitions{:client}"))
            .figure(
                "Polled",
                Scale.of(Unit.SECONDS, Thresholds.badFrom(60, 300)),
                max("kafka_consumer_last_poll_seconds_ago{:client}"))
            .figure(
                "Rebalances",
                Unit.COUNT,
                max("kafka_consumer_coordinator_rebalance_total{:client}"))
            .sortedBy("Messages behind"));
  }

  private static Line pace() {
    return line(
        9,
        chart(
            "Messages read per second",
            "As many as are written to its partitions.",
            Unit.MESSAGES_PER_SECOND,
            rate("kafka_consumer_fetch_manager_records_consumed_total{:client}")),
        lines(
                "How many messages is its worst partition behind?",
                "Level. The board Consumer lag says it in seconds.",
                Unit.COUNT,
                Calc.LAST,
                LAG,
                THIS)
            .query("{{clientId}}", max("kafka_consumer_fetch_manager_records_lag_max{:client}"))
            .ranked(),
        chart(
            "Bytes read per second",
            "Before they are unpacked.",
            Unit.BYTES_PER_SECOND,
            rate("kafka_consumer_fetch_manager_bytes_consumed_total{:client}")));
  }

  private static Line fetches() {
    return line(
        9,
        chart(
                "How much of the time is it in poll()?",
                "Near 1: Kafka is slow or there is nothing to read. Near 0: the application is slow.",
                Unit.SHARE,
                max("kafka_consumer_poll_idle_ratio_avg{:client}"))
            .upTo(1),
        chart(
                "How long is it between polls? (largest)",
                "Below a second. At max.poll.interval.ms (5 minutes) it loses its partitions.",
                Unit.MILLISECONDS,
                max("kafka_consumer_time_between_poll_max{:client}"))
            .thresholds(Thresholds.badFrom(60000, 300000)),
        lines(
                "How long does a fetch take? (mean, largest)",
                "Up to fetch.max.wait.ms (500) while there is nothing new.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.REQUESTS),
                THIS)
            .query(
                "{{clientId}} mean", max("kafka_consumer_fetch_manager_fetch_latency_avg{:client}"))
            .query(
                "{{clientId}} largest",
                max("kafka_consumer_fetch_manager_fetch_latency_max{:client}"))
            .ranked(),
        chart(
            "How long do quotas hold it back? (largest)",
            "0 is normal.",
            Unit.MILLISECONDS,
            max("kafka_consumer_fetch_manager_fetch_throttle_time_max{:client}")));
  }

  private static Line group() {
    return line(
        9,
        chart(
            "Partitions it has",
            "All members alike. 0 with a group that is not: more members than partitions.",
            Unit.COUNT,
            max("kafka_consumer_coordinator_assigned_partitions{:client}")),
        chart(
            "Rebalances per second",
            "0, some when something is deployed.",
            Unit.COUNTS_PER_SECOND,
            rate("kafka_consumer_coordinator_rebalance_total{:client}")),
        chart(
                "How long did rebalances take? (largest)",
                "Seconds. Long: a member is slow to give partitions up; cooperative-sticky or the new protocol help.",
                Unit.MILLISECONDS,
                max("kafka_consumer_coordinator_rebalance_latency_max{:client}"))
            .emptyMeans("No rebalance lately"),
        chart(
                "How long ago was its last heartbeat?",
                "Up to 3 s (heartbeat.interval.ms). At 45 s it is thrown out.",
                Unit.SECONDS,
                max("kafka_consumer_coordinator_last_heartbeat_seconds_ago{:client}"))
            .thresholds(Thresholds.badFrom(15, 45)));
  }

  private static Line commits() {
    return line(
        9,
        lines(
                "How long does a commit take? (mean, largest)",
                "Tens of ms.",
                Unit.MILLISECONDS,
                Calc.MAX,
                LAG,
                THIS)
            .query(
                "{{clientId}} mean", max("kafka_consumer_coordinator_commit_latency_avg{:client}"))
            .query(
                "{{clientId}} largest",
                max("kafka_consumer_coordinator_commit_latency_max{:client}"))
            .ranked(),
        chart(
            "Commits per second",
            "One in 5 s with automatic ones. One for each message is dear.",
            Unit.COUNTS_PER_SECOND,
            rate("kafka_consumer_coordinator_commit_total{:client}")),
        chart(
                "Connections, and logins that fail per second",
                "As many as brokers, and a coordinator. Failing logins: an expired secret.",
                Unit.COUNT,
                max("kafka_consumer_connection_count{:client}"))
            .query(
                "{{clientId}} failed", rate("kafka_consumer_failed_authentication_total{:client}")),
        chart(
            "How long ago did it poll?",
            "Below a second. It hangs, or works long on a message.",
            Unit.SECONDS,
            max("kafka_consumer_last_poll_seconds_ago{:client}")));
  }
}
