package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.Scale.value;
import static io.brokerscope.dashboards.Section.line;
import static io.brokerscope.dashboards.Table.table;

import io.brokerscope.dashboards.Board;
import io.brokerscope.dashboards.BoardId;
import io.brokerscope.dashboards.Calc;
import io.brokerscope.dashboards.Chart;
import io.brokerscope.dashboards.Link;
import io.brokerscope.dashboards.Scale;
import io.brokerscope.dashboards.Scale.ValueName;
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** Kafka Connect, and MirrorMaker 2 on it. */
final class ConnectBoard {
  private static final Link THIS = Link.to(BoardId.CONNECT).taking("connector");
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link LAG = Link.to(BoardId.LAG);

  private static final ValueName[] STATES = {
    new ValueName("running", "running", "green"),
    new ValueName("paused", "paused", "blue"),
    new ValueName("stopped", "stopped", "blue"),
    new ValueName("restarting", "restarting", "orange"),
    new ValueName("unassigned", "unassigned", "orange"),
    new ValueName("failed", "failed", "red")
  };

  private ConnectBoard() {}

  static Board board() {
    return Board.of(
        BoardId.CONNECT,
        "Which connector or task has failed, do workers settle, does data flow?",
        List.of(
            Variable.several(
                "connector",
                "Connector",
                "label_values(kafka_connect_connector_status{:cluster}, connector)")),
        Section.of("What has failed?", connectors()),
        Section.of("Do the workers settle?", workers()),
        Section.of("Does data flow?", flow(), time()),
        ConnectRecords.failures(),
        ConnectRecords.mirrored());
  }

  private static Line connectors() {
    return line(
        8,
        table(
                "How is each connector?",
                "running; paused and stopped are somebody's wish. failed makes no tasks: read the worker's log, restart it.",
                THIS,
                LAG)
            .label("connector", "Connector")
            .label("instance", "Worker")
            .state("state", "State", STATES)
            .fact(
                maxBy(
                    "connector, instance, state",
                    "kafka_connect_connector_status{:connector,task=''} == 1"))
            .label("type", "Type")
            .fact(
                maxBy("connector, instance, type", "kafka_connect_connector_type_info{:connector}"))
            .sortedBy("Connector")
            .wide(12),
        table(
                "Which task does not run, and on which worker?",
                "Connect does not restart a failed task. Its trace: GET /connectors/<name>/status.",
                THIS,
                LAG)
            .label("connector", "Connector")
            .label("task", "Task")
            .label("instance", "Worker")
            .state("state", "State", STATES)
            .fact(
                maxBy(
                    "connector, task, instance, state",
                    "kafka_connect_connector_status{:connector,task!='',state!='running'} == 1"))
            .sortedBy("State")
            .emptyMeans("All tasks run")
            .wide(12));
  }

  private static Line workers() {
    return line(
        8,
        table("How is each worker?", "All have about as many tasks.", JVM)
            .label("instance", "Worker", 160)
            .label("version", "Version")
            .fact(maxBy("instance, version", "kafka_connect_version_info{:cluster}"))
            .figure(
                "Connectors",
                Unit.COUNT,
                maxBy("instance", "kafka_connect_worker_connector_count{:cluster}"))
            .figure(
                "Tasks", Unit.COUNT, maxBy("instance", "kafka_connect_worker_task_count{:cluster}"))
            .figure(
                "Rebalance",
                Scale.of(value(0, "settled", "green"), value(1, "under way", "orange")),
                maxBy("instance", "kafka_connect_worker_rebalance_rebalancing{:cluster}"))
            .figure(
                "Starts failed",
                Scale.of(Unit.COUNT, Thresholds.warnFrom(1)),
                """
                sum by (instance) (
                  kafka_connect_worker_connector_startup_failure_total{:cluster}
                  + kafka_connect_worker_task_startup_failure_total{:cluster}
                )""")
            .sortedBy("Worker")
            .wide(10),
        lines(
                "Tasks by worker",
                "Lines close together. A worker that is gone hands its tasks over after 5 minutes.",
                Unit.COUNT,
                Calc.LAST,
                JVM)
            .query("{{instance}}", maxBy("instance", "kafka_connect_worker_task_count{:cluster}")),
        lines(
                "Rebalances per second",
                "0, some when connectors change.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                JVM)
            .query(
                "{{instance}}",
                rateBy(
                    "instance",
                    "kafka_connect_worker_rebalance_completed_rebalances_total{:cluster}")));
  }

  /** A line for each connector, of all its tasks. */
  private static Chart chart(String title, String description, Unit unit, String figure) {
    return lines(title, description, unit, Calc.MAX, THIS, LAG).query("{{connector}}", figure);
  }

  private static String max(String selector) {
    return maxBy("connector", selector + " >= 0");
  }

  private static Line flow() {
    return line(
        8,
        chart(
                "Records that sources write per second",
                "What the other system has to give.",
                Unit.MESSAGES_PER_SECOND,
                rateBy(
                    "connector", "kafka_connect_source_task_source_record_write_total{:connector}"))
            .emptyMeans("No source connector"),
        chart(
                "Records that sinks read per second",
                "What is written to their topics; the board Consumer lag has them as connect-<name>.",
                Unit.MESSAGES_PER_SECOND,
                rateBy("connector", "kafka_connect_sink_task_sink_record_read_total{:connector}"))
            .emptyMeans("No sink connector"),
        chart(
                "How much of the time do tasks run? (share)",
                "1; less is paused or failed.",
                Unit.SHARE,
                "min by (connector) (kafka_connect_connector_task_running_ratio{:connector})")
            .ranked()
            .upTo(1));
  }

  private static Line time() {
    return line(
        8,
        chart(
                "How long does a source wait for a batch? (slowest task)",
                "As long as the other system takes.",
                Unit.MILLISECONDS,
                max("kafka_connect_source_task_poll_batch_max_time_ms{:connector}"))
            .emptyMeans("No source connector"),
        chart(
                "How long does a sink take for a batch? (slowest task)",
                "As long as the other system takes. At max.poll.interval.ms the task loses its partitions.",
                Unit.MILLISECONDS,
                max("kafka_connect_sink_task_put_batch_max_time_ms{:connector}"))
            .emptyMeans("No sink connector"),
        chart(
            "How long do commits of offsets take? (slowest task)",
            "Below a second.",
            Unit.MILLISECONDS,
            max("kafka_connect_connector_task_offset_commit_max_time_ms{:connector}")));
  }
}
