package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Which resource of a broker is short? */
final class BrokerBoard {
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS).taking("instance");

  private BrokerBoard() {}

  static Board board() {
    return Board.of(
        BoardId.BROKER,
        "Which resource of this broker is short: threads, disk, network or memory?",
        List.of(
            Variable.several(
                "instance", "Broker", "label_values(up{:cluster,job='kafka'}, instance)")),
        Section.of("Which broker needs attention?", state()),
        Section.of("What does it have to do?", work()),
        Section.of("Are its threads busy?", threads(), time()),
        BrokerDisks.section(),
        BrokerConnections.section(),
        BrokerLimits.section());
  }

  private static Line state() {
    return line(
        7,
        table(
                "Is a broker short of something?",
                "A row is well when nothing in it is coloured. What is coloured has a section below.",
                JVM,
                REQUESTS)
            .label("instance", "Broker")
            .figure(
                "Agent",
                Scale.of(value(1, "up", "green"), value(0, "down", "red")),
                maxBy("instance", "up{:instance,job='kafka'}"))
            .figure(
                "State",
                Scale.of(
                    value(0, "not running", "red"),
                    value(1, "starting", "orange"),
                    value(2, "recovering logs", "orange"),
                    value(3, "running", "green"),
                    value(6, "shutting down", "orange"),
                    value(7, "shutting down", "orange")),
                maxBy("instance", "kafka_server_kafkaserver_brokerstate{:instance}"))
            .figure(
                "Uptime",
                Unit.SECONDS,
                "time() - " + maxBy("instance", "kafka_server_start_time_seconds{:instance}"))
            .figure(
                "Leads",
                Unit.COUNT,
                maxBy("instance", "kafka_server_replicamanager_leadercount{:instance}"))
            .figure(
                "Under-replicated",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                maxBy(
                    "instance", "kafka_server_replicamanager_underreplicatedpartitions{:instance}"))
            .figure(
                "Handlers idle",
                Scale.of(Unit.SHARE, Thresholds.badBelow(0.2, 0.1)),
                Handlers.idle(":instance"))
            .figure(
                "Network idle",
                Scale.of(Unit.SHARE, Thresholds.warnBelow(0.3)),
                "min by (instance) (kafka_network_socketserver_networkprocessoravgidle_percent{:instance})")
            .figure(
                "Request queue",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(400)),
                maxBy("instance", "kafka_network_requestchannel_requestqueuesize{:instance}"))
            .figure(
                "Log dirs offline",
                Scale.of(Unit.COUNT, Thresholds.badFrom(1)),
                maxBy("instance", "kafka_log_logmanager_offlinelogdirectorycount{:instance}"))
            .figure(
                "Connections",
                Unit.COUNT,
                sumBy("instance", "kafka_server_socket_server_metrics_connection_count{:instance}"))
            .sortedBy("Broker"));
  }

  private static Line work() {
    return line(
        8,
        lines(
                "Bytes per second, in and out",
                "From and to clients. Compare with the other brokers and with yesterday.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.TOPICS))
            .query(
                "{{instance}} in",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_bytesin_total{:instance,topic=''}"))
            .query(
                "{{instance}} out",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_bytesout_total{:instance,topic=''}")),
        lines(
                "Replication bytes per second, in and out",
                "Follows the bytes in. Far more means that a follower is catching up.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                Link.to(BoardId.CLUSTER))
            .query(
                "{{instance}} in",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_replicationbytesin_total{:instance}"))
            .query(
                "{{instance}} out",
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_replicationbytesout_total{:instance}")),
        lines(
                "Which requests arrive most? (per second)",
                "Fetch and Produce lead. Much Metadata, ApiVersions or FindCoordinator is a client in a loop.",
                Unit.REQUESTS_PER_SECOND,
                Calc.MEAN,
                Link.to(BoardId.REQUESTS).taking("request").keeping("instance"))
            .query(
                "{{request}}",
                "topk(10, %s)"
                    .formatted(
                        rateBy(
                            "request", "kafka_network_requestmetrics_requests_total{:instance}")))
            .manyLines());
  }

  private static Line threads() {
    return line(
        8,
        lines(
                "How idle are the request handlers? (share of time)",
                "Above 30 % is normal; below 20 % requests begin to wait, below 10 % replication waits "
                    + "too. More num.io.threads help only while CPUs are idle.",
                Unit.SHARE,
                Calc.MIN,
                REQUESTS)
            .query("{{instance}}", Handlers.idle(":instance"))
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.2, 0.1)),
        lines(
                "How idle are the network threads? (share of time)",
                "Above 30 % is normal, except in the first minute. Below: more num.network.threads, "
                    + "or fewer connections and less TLS.",
                Unit.SHARE,
                Calc.MIN,
                REQUESTS)
            .query(
                "{{instance}}",
                "min by (instance) (kafka_network_socketserver_networkprocessoravgidle_percent{:instance})")
            .upTo(1)
            .thresholds(Thresholds.warnBelow(0.3)),
        lines(
                "How many requests and responses wait in queues?",
                "Near 0. A full request queue (queued.max.requests, 500) stops the broker from reading.",
                Unit.COUNT,
                Calc.MAX,
                REQUESTS)
            .query(
                "{{instance}} requests",
                maxBy("instance", "kafka_network_requestchannel_requestqueuesize{:instance}"))
            .query(
                "{{instance}} responses",
                maxBy("instance", "kafka_network_requestchannel_responsequeuesize{:instance}"))
            .thresholds(Thresholds.warnFrom(400)));
  }

  private static Line time() {
    return line(
        8,
        lines(
                "What do the handlers spend their time on? (threads' worth)",
                "1 keeps one thread busy all the time. The largest is what to make cheaper: old reads, "
                    + "compression, a client in a loop.",
                Unit.COUNT,
                Calc.MEAN,
                Link.to(BoardId.REQUESTS).taking("request").keeping("instance"))
            .query(
                "{{request}}",
                "topk(10, %s / 1000)"
                    .formatted(
                        rateBy(
                            "request", "kafka_network_requestmetrics_localtimems_sum{:instance}")))
            .manyLines()
            .wide(12),
        lines(
                "How many requests wait for data or followers?",
                "Fetch is high with many idle consumers, which is normal. Produce that grows means "
                    + "followers that do not answer.",
                Unit.COUNT,
                Calc.MAX,
                Link.to(BoardId.REQUESTS).keeping("instance"))
            .query(
                "{{delayedOperation}}",
                sumBy(
                    "delayedOperation",
                    "kafka_server_delayedoperationpurgatory_purgatorysize{:instance} > 0"))
            .manyLines()
            .wide(12));
  }
}
