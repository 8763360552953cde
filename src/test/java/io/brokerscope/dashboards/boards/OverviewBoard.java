package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.bars;
import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.Chart.stat;
import static io.brokerscope.dashboards.PromQl.maxBy;
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

/** One screen for the wall: users first, then the cluster, then who stands out. */
final class OverviewBoard {
  private static final Link CLUSTER = Link.to(BoardId.CLUSTER);
  private static final Link REQUESTS = Link.to(BoardId.REQUESTS);
  private static final Link CANARY = Link.to(BoardId.CANARY);

  private OverviewBoard() {}

  static Board board() {
    return Board.of(
        BoardId.OVERVIEW,
        "Is it up, does the error budget burn, who is paged, which broker and which group?",
        List.of(),
        Section.of("", budgets(), cluster(), now(), whoStandsOut()));
  }

  private static Line budgets() {
    return line(
        4,
        stat(
                "How much of the error budgets of 30 days is left?",
                "Below 0 the objective is missed. Below 25 % put off what is risky. Which failures "
                    + "use it up is on the boards Requests and Canary.",
                Unit.SHARE,
                REQUESTS,
                CANARY,
                CLUSTER)
            .query(
                "{{sloth_slo}}",
                "min by (sloth_slo) (slo:period_error_budget_remaining:ratio{:cluster})")
            .thresholds(Thresholds.badBelow(0.25, 0))
            .wide(18),
        stat(
                "Pages firing",
                "0 is normal. Which ones stands in the table below; each has a runbook.",
                Unit.EXACT,
                CLUSTER)
            .query("", "count(ALERTS{:cluster,alertstate='firing',severity='page'}) or vector(0)")
            .thresholds(Thresholds.badFrom(1))
            .wide(3),
        stat(
                "Tickets firing",
                "Few is normal. They have time until the next working day.",
                Unit.EXACT,
                CLUSTER)
            .query("", "count(ALERTS{:cluster,alertstate='firing',severity='ticket'}) or vector(0)")
            .thresholds(Thresholds.warnFrom(1))
            .wide(3));
  }

  private static Line cluster() {
    return line(
        3,
        stat(
                "Brokers down",
                "0 is normal; replication stands the loss of one. Agents and monitor agree on it.",
                Unit.EXACT,
                CLUSTER)
            .query("", "kafka_cluster:kafka_brokers_down:count{:cluster}")
            .thresholds(Thresholds.badFrom(1, 2)),
        stat(
                "Active controllers",
                "Always 1. With 0 nothing can change: no broker that fails is replaced.",
                Unit.EXACT,
                Link.to(BoardId.CONTROLLER))
            .query(
                "",
                "sum(kafka_controller_kafkacontroller_activecontrollercount{:cluster}) or vector(0)")
            .thresholds(Thresholds.badUnless(1)),
        stat(
                "Offline partitions",
                "Always 0. Nobody can write or read a partition without a leader.",
                Unit.EXACT,
                Link.to(BoardId.TOPICS))
            .query(
                "",
                """
                max(kafka_controller_kafkacontroller_offlinepartitionscount{:cluster})
                or max(sum by (instance) (kafka_topic_partition_offline{:cluster}))
                """)
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "Under min ISR",
                "Always 0. Producers with acks=all cannot write to these partitions.",
                Unit.EXACT,
                Link.to(BoardId.TOPICS))
            .query("", "sum(kafka_server_replicamanager_underminisrpartitioncount{:cluster})")
            .thresholds(Thresholds.badFrom(1)),
        stat(
                "Under-replicated",
                "Partitions that miss a replica in sync. 0 is normal, more while a broker restarts.",
                Unit.EXACT,
                CLUSTER)
            .query("", "sum(kafka_server_replicamanager_underreplicatedpartitions{:cluster})")
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Fenced brokers",
                "0 is normal. The controller does not hear of them; they serve nobody.",
                Unit.EXACT,
                Link.to(BoardId.CONTROLLER))
            .query("", "max(kafka_controller_kafkacontroller_fencedbrokercount{:cluster})")
            .thresholds(Thresholds.warnFrom(1)),
        stat(
                "Least free disk",
                "Above 40 % is calm. A full disk stops its broker; the board Broker says when it is full.",
                Unit.SHARE,
                Link.to(BoardId.BROKER))
            .query("", "min(kafka_cluster:kafka_disk_free:ratio{:cluster})")
            .thresholds(Thresholds.badBelow(0.4, 0.2)),
        stat(
                "Messages in",
                "What producers write, in all. A fall to 0 is theirs or ours: look at the canary.",
                Unit.MESSAGES_PER_SECOND,
                Link.to(BoardId.TOPICS),
                CANARY)
            .query(
                "",
                "sum(rate(kafka_server_brokertopicmetrics_messagesin_total{:cluster,topic=''}[:rate]))"));
  }

  private static Line now() {
    return line(
        7,
        lines(
                "How fast do the budgets burn? (1 uses one up in 30 days)",
                "Below 1 is sustainable. 14.4 over an hour or 6 over six hours is a page; 3 over a "
                    + "day or 1 over three days a ticket.",
                Unit.COUNT,
                Calc.LAST,
                REQUESTS,
                CANARY,
                CLUSTER)
            .query("{{sloth_slo}}", maxBy("sloth_slo", "slo:current_burn_rate:ratio{:cluster}"))
            .thresholds(Thresholds.badFrom(6, 14.4)),
        table(
                "What fires?",
                "Pages first. The alert's name is that of its runbook in alerts/runbooks.",
                CLUSTER)
            .label("alertname", "Alert", 250)
            .state(
                "severity",
                "Severity",
                new Scale.ValueName("page", "page", "red"),
                new Scale.ValueName("ticket", "ticket", "orange"))
            .label("where", "Where")
            .fact(
                """
                count by (severity, alertname, where) (
                  label_join(
                    ALERTS{:cluster,alertstate='firing',severity=~'page|ticket'},
                    'where', ' ', 'instance', 'broker', 'consumergroup', 'connector', 'user', 'slo'
                  )
                )
                """)
            .sortedBy("Severity")
            .emptyMeans("Nothing fires"),
        lines(
                "Do messages get through? (share that arrives in time)",
                "100 % is normal, the objective is 99.9 %. It is measured from outside: this is what "
                    + "users feel.",
                Unit.SHARE,
                Calc.MIN,
                CANARY)
            .query(
                "delivered",
                """
                sum(rate(kafka_canary_messages_total{:cluster,outcome='delivered'}[:rate]))
                / (sum(rate(kafka_canary_messages_total{:cluster}[:rate])) > 0)
                """)
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.999)));
  }

  private static Line whoStandsOut() {
    return line(
        8,
        lines(
                "Bytes in and out per second",
                "What clients write and read, without replication. Know your own usual day.",
                Unit.BYTES_PER_SECOND,
                Calc.MAX,
                CLUSTER,
                Link.to(BoardId.TOPICS))
            .query(
                "in",
                "sum(rate(kafka_server_brokertopicmetrics_bytesin_total{:cluster,topic=''}[:rate]))")
            .query(
                "out",
                "sum(rate(kafka_server_brokertopicmetrics_bytesout_total{:cluster,topic=''}[:rate]))"),
        lines(
                "Where are writes slow? (p99 of Produce)",
                "Below 100 ms is the objective, above 1 s is a ticket. All brokers: load or a slow "
                    + "follower; one: its disk or handlers.",
                Unit.MILLISECONDS,
                Calc.MAX,
                REQUESTS.taking("instance"),
                Link.to(BoardId.BROKER).taking("instance"))
            .query(
                "{{instance}}",
                maxBy(
                    "instance",
                    "kafka_network_requestmetrics_totaltimems{:cluster,request='Produce',quantile='0.99'}"))
            .thresholds(Thresholds.badFrom(100, 1000)),
        lines(
                "Who is busy? (idle share of handlers)",
                "Above 30 % is normal, below 20 % requests begin to wait, below 10 % everybody waits.",
                Unit.SHARE,
                Calc.MIN,
                REQUESTS.taking("instance"),
                Link.to(BoardId.BROKER).taking("instance"))
            .query("{{instance}}", Handlers.idle(":cluster"))
            .upTo(1)
            .thresholds(Thresholds.badBelow(0.2, 0.1)),
        bars(
                "Which groups are furthest behind?",
                "Age of the oldest message that a group has not committed. Seconds are normal; what "
                    + "is too much the group's users decide.",
                Unit.SECONDS,
                Link.to(BoardId.LAG).taking("consumergroup"))
            .query(
                "{{consumergroup}}",
                """
                topk(10,
                  max by (consumergroup) (kafka_consumergroup_group_max_lag_seconds{:cluster}))
                """));
  }
}
