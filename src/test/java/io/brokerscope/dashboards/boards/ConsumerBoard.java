package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;
import static io.brokerscope.dashboards.boards.ClientBoard.max;
import static io.brokerscope.dashboards.boards.ClientBoard.rate;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** An application that reads, from its own side. */
final class ConsumerBoard {
  private static final ClientBoard CLIENTS = new ClientBoard(BoardId.CONSUMER, "consumer");
  private static final Link LAG = Link.to(BoardId.LAG);

  private ConsumerBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CONSUMER,
        "Does a consumer keep up, and if not, is it Kafka or the application?",
        CLIENTS.variables(),
        Section.of("Which consumer has trouble?", consumers()),
        Section.of("Does it keep up?", pace()),
        Section.of("Is it Kafka that is slow, or the application?", fetches()),
        Section.of("Does its group settle?", group()),
        Section.of("Do commits and connections work?", commits()));
  }

  private static Line consumers() {
    return line(
        9,
        table(
                "Which consumers are there, and how are they?",
                "A click chooses one. Polled is of members of groups, and 0 while they wait for messages: "
                    + "whoever polled long ago works on a message, or hangs.",
                ClientBoard.JVM,
                CLIENTS.oneClient())
            .label("instance", "Application")
            .label("clientId", "Client", 420)
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
            .figure("Polled", Scale.of(Unit.SECONDS, Thresholds.badFrom(60, 300)), sinceLastPoll())
            .figure(
                "Rebalances",
                Unit.COUNT,
                max("kafka_consumer_coordinator_rebalance_total{:client}"))
            .sortedBy("Messages behind"));
  }

  private static Line pace() {
    return line(
        9,
        CLIENTS.chart(
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
                CLIENTS.oneClient())
            .query("{{clientId}}", max("kafka_consumer_fetch_manager_records_lag_max{:client}"))
            .ranked(),
        CLIENTS.chart(
            "Bytes read per second",
            "Before they are unpacked.",
            Unit.BYTES_PER_SECOND,
            rate("kafka_consumer_fetch_manager_bytes_consumed_total{:client}")));
  }

  private static Line fetches() {
    return line(
        9,
        CLIENTS
            .chart(
                "How much of the time is it in poll()?",
                "Near 0.5 (as Kafka counts): Kafka is slow or there is nothing to read. Near 0: the application is slow.",
                Unit.SHARE,
                max("kafka_consumer_poll_idle_ratio_avg{:client}"))
            .upTo(1),
        CLIENTS
            .chart(
                "How long is it between polls? (largest)",
                "Below a second, of members of groups. At max.poll.interval.ms (5 minutes) it loses its partitions.",
                Unit.MILLISECONDS,
                ofMembers(max("kafka_consumer_time_between_poll_max{:client}")))
            .thresholds(Thresholds.badFrom(60000, 300000)),
        lines(
                "How long does a fetch take? (mean, largest)",
                "Up to fetch.max.wait.ms (500) while there is nothing new.",
                Unit.MILLISECONDS,
                Calc.MAX,
                Link.to(BoardId.REQUESTS),
                CLIENTS.oneClient())
            .query(
                "{{clientId}} mean", max("kafka_consumer_fetch_manager_fetch_latency_avg{:client}"))
            .query(
                "{{clientId}} largest",
                max("kafka_consumer_fetch_manager_fetch_latency_max{:client}"))
            .ranked(),
        CLIENTS.chart(
            "How long do quotas hold it back? (largest)",
            "0 is normal.",
            Unit.MILLISECONDS,
            max("kafka_consumer_fetch_manager_fetch_throttle_time_max{:client}")));
  }

  private static Line group() {
    return line(
        9,
        CLIENTS.chart(
            "Partitions it has",
            "All members alike. 0 with a group that is not: more members than partitions.",
            Unit.COUNT,
            max("kafka_consumer_coordinator_assigned_partitions{:client}")),
        CLIENTS.chart(
            "Rebalances per second",
            "0, some when something is deployed.",
            Unit.COUNTS_PER_SECOND,
            rate("kafka_consumer_coordinator_rebalance_total{:client}")),
        CLIENTS
            .chart(
                "How long did rebalances take? (largest)",
                "Seconds. Long: a member is slow to give partitions up; cooperative-sticky or the new protocol help.",
                Unit.MILLISECONDS,
                max("kafka_consumer_coordinator_rebalance_latency_max{:client}"))
            .emptyMeans("No rebalance lately"),
        CLIENTS
            .chart(
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
                CLIENTS.oneClient())
            .query(
                "{{clientId}} mean", max("kafka_consumer_coordinator_commit_latency_avg{:client}"))
            .query(
                "{{clientId}} largest",
                max("kafka_consumer_coordinator_commit_latency_max{:client}"))
            .ranked(),
        CLIENTS.chart(
            "Commits per second",
            "One in 5 s with automatic ones. One for each message is dear.",
            Unit.COUNTS_PER_SECOND,
            rate("kafka_consumer_coordinator_commit_total{:client}")),
        CLIENTS
            .chart(
                "Connections, and logins that fail per second",
                "As many as brokers, and a coordinator. Failing logins: an expired secret.",
                Unit.COUNT,
                max("kafka_consumer_connection_count{:client}"))
            .query(
                "{{clientId}} failed", rate("kafka_consumer_failed_authentication_total{:client}")),
        CLIENTS.chart(
            "How long ago did it poll?",
            "Of members of groups, 0 while they wait for messages. Above a second it works long on a "
                + "message, or hangs.",
            Unit.SECONDS,
            sinceLastPoll()));
  }

  /**
   * Some wait in poll() for minutes, which is no fault; a consumer fetches while it is in there,
   * and only then.
   */
  private static String sinceLastPoll() {
    return ofMembers(
        "%s * (%s == bool 0)"
            .formatted(
                max("kafka_consumer_last_poll_seconds_ago{:client}"),
                maxBy(
                    "instance, clientId",
                    "changes(kafka_consumer_fetch_manager_fetch_total{:client}[1m])")));
  }

  /**
   * Only members send heartbeats, and must poll for max.poll.interval.ms. Others poll when they
   * like: Connect's consumers of its own topics, or those with which Streams restores state.
   */
  private static String ofMembers(String figure) {
    return figure + " and " + max("kafka_consumer_coordinator_last_heartbeat_seconds_ago{:client}");
  }
}
