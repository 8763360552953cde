package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.Chart.states;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
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
import java.util.List;

/** Does the quorum hold, and do its decisions reach the brokers? */
final class ControllerBoard {
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);

  private ControllerBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CONTROLLER,
        "Is there one controller, does the quorum hold, do its decisions reach the brokers?",
        List.of(),
        Section.of("Is there one controller, and does the quorum hold?", figures(), nodes()),
        Section.of("Do elections and commits work?", quorum()),
        Section.of("Does the active controller keep up?", queue()),
        ControllerMetadata.followers(),
        ControllerMetadata.brokers());
  }

  private static Line figures() {
    return line(
        4,
        stat(
                "Active controllers",
                "Always 1. 0 for 3 minutes is a page, as is more than 1.",
                Unit.EXACT,
                CLUSTER)
            .query(
                "",
                "sum(kafka_controller_kafkacontroller_activecontrollercount{:cluster}) or vector(0)")
            .thresholds(Thresholds.badUnless(1)),
        stat(
                "Voters expected",
                "3 or 5, so that 1 or 2 may fail. Kafka 3.9 does not say; there, the controllers to scrape.",
                Unit.EXACT,
                CLUSTER)
            .query("", "max(kafka_cluster:kafka_voters_expected:count{:cluster})"),
        stat(
                "Voters in quorum",
                "As many as there should be. At a bare majority the next loss stops all changes.",
                Unit.EXACT,
                CLUSTER)
            .query(
                "",
                "count(kafka_server_raft_metrics_current_state{:cluster,state!='observer'} == 1)"),
        stat("Epoch", "Steady; each election adds one or more.", Unit.EXACT, CLUSTER)
            .query("", "max(kafka_server_raft_metrics_current_epoch{:cluster})"),
        stat("Active brokers", "All that you run.", Unit.EXACT, CLUSTER)
            .query("", "max(kafka_controller_kafkacontroller_activebrokercount{:cluster})"),
        stat(
                "Fenced brokers",
                "0 is normal. Their heartbeats do not reach the controller.",
                Unit.EXACT,
                CLUSTER)
            .query("", "max(kafka_controller_kafkacontroller_fencedbrokercount{:cluster})")
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Metadata errors",
                "Always 0. A node that skipped a record works with wrong metadata until it is restarted.",
                Unit.EXACT,
                CLUSTER)
            .query(
                "",
                """
                max(
                  kafka_controller_kafkacontroller_metadataerrorcount_total{:cluster} > 0
                  or kafka_server_broker_metadata_metrics_metadata_load_error_count_total{:cluster} > 0
                  or kafka_server_broker_metadata_metrics_metadata_apply_error_count_total{:cluster} > 0
                ) or vector(0)
                """)
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "Offline partitions",
                "Always 0. They have no leader.",
                Unit.EXACT,
                Link.to(BoardId.TOPICS))
            .query("", "max(kafka_controller_kafkacontroller_offlinepartitionscount{:cluster})")
            .thresholds(Thresholds.badFrom(1)));
  }

  private static Line nodes() {
    return line(
        7,
        states(
                "Which node is the active controller?",
                "One at a time, for days. Frequent changes mean a slow disk, long pauses or a bad network.",
                JVM)
            .query(
                "{{instance}}",
                maxBy(
                    "instance", "kafka_controller_kafkacontroller_activecontrollercount{:cluster}"))
            .named(value(1, "active", "green"), value(0, "standby", "blue")),
        table(
                "What does each node think of the quorum?",
                "All agree on leader and epoch. One that differs is cut off.",
                JVM)
            .label("instance", "Node")
            .state(
                "state",
                "State",
                new Scale.ValueName("leader", "leader", "green"),
                new Scale.ValueName("follower", "follower", "blue"),
                new Scale.ValueName("observer", "observer", "text"),
                new Scale.ValueName("candidate", "candidate", "orange"))
            .fact(
                maxBy("instance, state", "kafka_server_raft_metrics_current_state{:cluster} == 1"))
            .figure(
                "Leader",
                Unit.EXACT,
                maxBy("instance", "kafka_server_raft_metrics_current_leader{:cluster}"))
            .figure(
                "Epoch",
                Unit.EXACT,
                maxBy("instance", "kafka_server_raft_metrics_current_epoch{:cluster}"))
            .figure(
                "Log end",
                Unit.EXACT,
                maxBy("instance", "kafka_server_raft_metrics_log_end_offset{:cluster}"))
            .figure(
                "Committed",
                Unit.EXACT,
                maxBy("instance", "kafka_server_raft_metrics_high_watermark{:cluster}"))
            .sortedBy("Node"));
  }

  private static Line quorum() {
    return line(
        8,
        lines(
                "Elections within the last hour",
                "0 is normal; a rolling restart of the controllers makes up to 3, more are a ticket.",
                Unit.COUNT,
                Calc.MAX,
                CLUSTER)
            .query(
                "elections",
                """
                quantile(0.5,
                  max_over_time(kafka_server_raft_metrics_current_epoch{:cluster}[1h])
                  - min_over_time(kafka_server_raft_metrics_current_epoch{:cluster}[1h]))
                """)
            .thresholds(Thresholds.warnFrom(4)),
        lines(
                "How long does a commit take? (largest)",
                "Tens of ms. More: a controller's disk or the network between them is slow.",
                Unit.MILLISECONDS,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_server_raft_metrics_commit_latency_max{:cluster} >= 0"))
            .emptyMeans("Nothing was committed lately"),
        lines(
                "How long did elections take? (largest)",
                "Below a second, and only where there was one lately.",
                Unit.MILLISECONDS,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy("instance", "kafka_server_raft_metrics_election_latency_max{:cluster} >= 0"))
            .emptyMeans("No election lately"),
        lines(
                "Metadata records per second",
                "2 a second while nothing changes. Thousands: somebody creates topics, or leaders move.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}} written",
                maxBy("instance", "kafka_server_raft_metrics_append_records_rate{:cluster}"))
            .query(
                "{{instance}} fetched",
                maxBy("instance", "kafka_server_raft_metrics_fetch_records_rate{:cluster}"))
            .ranked());
  }

  private static Line queue() {
    return line(
        8,
        lines(
                "How long do its events wait? (p99)",
                "Below 100 ms. 5 s for 10 minutes is a ticket: a change of many topics, a slow disk, or a pause.",
                Unit.MILLISECONDS,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_controller_controllereventmanager_eventqueuetimems{:cluster,quantile='0.99'}"))
            .thresholds(Thresholds.warnFrom(5000)),
        lines(
                "How long does an event take? (p99)",
                "Below 100 ms.",
                Unit.MILLISECONDS,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_controller_controllereventmanager_eventqueueprocessingtimems{:cluster,quantile='0.99'}")),
        lines(
                "How idle is the quorum's thread? (share)",
                "Above 30 %. A busy one answers late, and the others elect another leader.",
                Unit.SHARE,
                Calc.MIN,
                JVM)
            .query(
                "{{instance}}",
                "min by (instance) (kafka_server_raft_metrics_poll_idle_ratio_avg{:cluster} >= 0)")
            .upTo(1)
            .thresholds(Thresholds.warnBelow(0.3)),
        lines(
                "Operations that timed out, per second",
                "Always 0. Requests to change something were given up.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_controller_kafkacontroller_eventqueueoperationstimedoutcount_total{:cluster}"))
            .thresholds(Thresholds.badFrom(0.001)));
  }
}
