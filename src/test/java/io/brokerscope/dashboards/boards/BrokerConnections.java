package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Section.line;

import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;

/** The board Broker on connections and logins. */
final class BrokerConnections {
  private static final Link JVM = Link.to(BoardId.JVM).keeping("instance");
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);

  private BrokerConnections() {}

  static Section section() {
    return Section.of("Who is connected?", connections(), failures());
  }

  private static Line connections() {
    return line(
        8,
        lines(
                "Open connections by listener",
                "Steady. Each takes a file descriptor; a climb is a client that leaks them.",
                Unit.COUNT,
                Calc.MAX,
                JVM)
            .query(
                "{{listener}}",
                sumBy(
                    "listener", "kafka_server_socket_server_metrics_connection_count{:instance}")),
        lines(
                "New connections per second by listener",
                "Few. Many mean clients that connect for each message, and TLS makes them dear.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{listener}}",
                rateBy(
                    "listener",
                    "kafka_server_socket_server_metrics_connection_creation_total{:instance}")),
        lines(
                "How much of the time do new connections wait?",
                "0 is normal. Above 10 % new connections are kept waiting.",
                Unit.SHARE,
                Calc.MAX,
                JVM)
            .query(
                "{{listener}}",
                rateBy(
                    "listener", "kafka_network_acceptor_acceptorblocked_seconds_total{:instance}"))
            .thresholds(Thresholds.warnFrom(0.1)));
  }

  private static Line failures() {
    return line(
        8,
        lines(
                "Logins of clients that fail, per second",
                "0 is normal, one now and then is a typing error. Many are an expired secret or an attack.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{listener}}",
                rateBy(
                    "listener",
                    "kafka_server_socket_server_metrics_failed_authentication_total{:instance}"))
            .thresholds(Thresholds.warnFrom(1)),
        lines(
                "Logins at other nodes that fail, per second",
                "Always 0. The broker cannot reach its controllers or the other coordinators.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.CONTROLLER))
            .query(
                "quorum",
                "sum(rate(kafka_server_raft_channel_metrics_failed_authentication_total{:instance}[:rate]))")
            .query(
                "heartbeat",
                "sum(rate(kafka_server_heartbeat_metrics_failed_authentication_total{:instance}[:rate]))")
            .query(
                "ISR changes",
                "sum(rate(kafka_server_alter_partition_metrics_failed_authentication_total{:instance}[:rate]))")
            .query(
                "forwarding",
                "sum(rate(kafka_server_forwarding_metrics_failed_authentication_total{:instance}[:rate]))")
            .thresholds(Thresholds.badFrom(0.001)),
        lines(
                "Expired sessions that were cut off, per second",
                "0 is normal. Clients that cannot log in again after connections.max.reauth.ms are too old for it.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                CLUSTER)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "rate(kafka_network_socketserver_expiredconnectionskilledcount_total{:instance}[:rate])")));
  }
}
