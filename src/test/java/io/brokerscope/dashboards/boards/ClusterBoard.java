package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import java.util.List;

/** Is it the cluster or one broker? */
final class ClusterBoard {
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");
  private static final Link TOPICS = Link.to(BoardId.TOPICS);
  private static final Link CONTROLLER = Link.to(BoardId.CONTROLLER);

  private ClusterBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CLUSTER,
        "Is it the whole cluster or one broker? Balance, replication, elections.",
        List.of(),
        Section.of("Is everybody there?", figures(), brokers(), places()),
        ClusterBalance.section(),
        ClusterReplication.replication(),
        ClusterReplication.disorder());
  }

  private static Line figures() {
    return line(
        4,
        stat("Brokers up", "All that you run.", Unit.EXACT, Link.to(BoardId.EXPORTER))
            .query("", "kafka_cluster:kafka_agents_up:count{:cluster}"),
        stat(
                "Brokers down",
                "0 is normal, 1 is a ticket, 2 are a page.",
                Unit.EXACT,
                Link.to(BoardId.BROKER))
            .query("", "kafka_cluster:kafka_brokers_down:count{:cluster}")
            .thresholds(Thresholds.badFrom(1, 2)),
        stat(
                "Voters in quorum",
                "All voters. A majority must be left, or nothing can change.",
                Unit.EXACT,
                CONTROLLER)
            .query(
                "",
                "count(kafka_server_raft_metrics_current_state{:cluster,state!='observer'} == 1)"),
        stat("Topics", "As the controllers know them, internal ones too.", Unit.EXACT, TOPICS)
            .query("", "max(kafka_controller_kafkacontroller_globaltopiccount{:cluster})"),
        stat(
                "Partitions",
                "Without counting replicas. Thousands on a broker make restarts slow.",
                Unit.EXACT,
                TOPICS)
            .query("", "max(kafka_controller_kafkacontroller_globalpartitioncount{:cluster})"),
        stat(
                "Offline partitions",
                "Always 0. Nobody can write or read a partition without a leader.",
                Unit.EXACT,
                TOPICS)
            .query("", "max(kafka_controller_kafkacontroller_offlinepartitionscount{:cluster})")
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "At min ISR",
                "Partitions that refuse writes with one replica less. 0 is normal, more during restarts.",
                Unit.EXACT,
                TOPICS)
            .query("", "sum(kafka_server_replicamanager_atminisrpartitioncount{:cluster})")
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Unclean elections",
                "Always 0, in the time that is shown. Each lost acknowledged messages.",
                Unit.COUNT,
                CONTROLLER)
            .query(
                "",
                """
                max(increase(
                  kafka_controller_controllerstats_uncleanleaderelections_total{:cluster}[$__range]))
                """)
            .thresholds(Thresholds.badFrom(0.5)));
  }

  private static Line brokers() {
    return line(
        6,
        table(
                "Which broker differs from the others?",
                "By the agents. Rows should look alike; leaders and bytes that are far apart mean "
                    + "an imbalance, a short uptime a restart.",
                BROKER)
            .label("instance", "Broker")
            .label("role", "Role")
            .figure(
                "Agent",
                Scale.of(value(1, "up", "green"), value(0, "down", "red")),
                maxBy("instance, role", "up{:cluster,job='kafka'}"))
            .label("version", "Version")
            .fact(maxBy("instance, version", "kafka_server_app_info{:cluster}"))
            .figure(
                "Uptime",
                Unit.SECONDS,
                "time() - max by (instance) (kafka_server_start_time_seconds{:cluster})")
            .figure(
                "Leads",
                Unit.COUNT,
                maxBy("instance", "kafka_server_replicamanager_leadercount{:cluster}"))
            .figure(
                "Replicas",
                Unit.COUNT,
                maxBy("instance", "kafka_server_replicamanager_partitioncount{:cluster}"))
            .figure(
                "Under-replicated",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                maxBy(
                    "instance", "kafka_server_replicamanager_underreplicatedpartitions{:cluster}"))
            .bar(
                "In",
                Unit.BYTES_PER_SECOND,
                rateBy(
                    "instance", "kafka_server_brokertopicmetrics_bytesin_total{:cluster,topic=''}"))
            .bar(
                "Out",
                Unit.BYTES_PER_SECOND,
                rateBy(
                    "instance",
                    "kafka_server_brokertopicmetrics_bytesout_total{:cluster,topic=''}"))
            .figure(
                "Handlers idle",
                Scale.of(Unit.SHARE, Thresholds.badBelow(0.2, 0.1)),
                Handlers.idle(":cluster"))
            .sortedBy("Broker"));
  }

  private static Line places() {
    return line(
        6,
        table(
                "Where do brokers live, and how full are their disks?",
                "By the monitor, which knows ids and racks. A broker that is down stays for an hour.",
                Link.to(BoardId.CANARY).taking("broker"))
            .label("broker", "Id")
            .label("address", "Address")
            .label("rack", "Rack")
            .fact(
                """
                max by (broker, address, rack) (
                  label_join(kafka_broker_info{:cluster}, 'broker', '', 'id'))
                """)
            .figure(
                "State",
                Scale.of(value(1, "up", "green"), value(0, "down", "red")),
                maxBy("broker", "kafka_broker_up{:cluster}"))
            .bar(
                "Logs",
                Unit.BYTES,
                """
                sum by (broker) (
                  max by (broker, log_dir) (kafka_broker_log_dir_size_bytes{:cluster}))
                """)
            .figure(
                "Free",
                Scale.of(Unit.SHARE, Thresholds.badBelow(0.4, 0.2)),
                """
                min by (broker) (
                  kafka_broker_log_dir_usable_bytes{:cluster}
                  / kafka_broker_log_dir_total_bytes{:cluster})
                """)
            .sortedBy("Id")
            .wide(14),
        table(
                "Which client software connects?",
                "Versions much older than the brokers' cost conversions and lack fixes.",
                Link.to(BoardId.BROKER))
            .label("clientSoftwareName", "Software")
            .label("clientSoftwareVersion", "Version")
            .bar(
                "Connections",
                Unit.COUNT,
                sumBy(
                    "clientSoftwareName, clientSoftwareVersion",
                    "kafka_server_socket_server_metrics_connections{:cluster}"))
            .sortedBy("Connections"));
  }
}
