package io.brokerscope.dashboards.boards;

import static io.brokerscope.dashboards.Chart.lines;
import static io.brokerscope.dashboards.PromQl.maxBy;
import static io.brokerscope.dashboards.PromQl.rateBy;
import static io.brokerscope.dashboards.PromQl.sumBy;
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

/** Kafka Streams applications. */
final class StreamsBoard {
  private static final Link JVM = Link.to(BoardId.JVM).taking("instance");
  private static final Link CONSUMER = Link.to(BoardId.CONSUMER).taking("instance");
  private static final Link PRODUCER = Link.to(BoardId.PRODUCER).taking("instance");
  private static final Link LAG = Link.to(BoardId.LAG);

  private StreamsBoard() {}

  static Board board() {
    return Board.of(
        BoardId.STREAMS,
        "Does the application run, does it keep up, and what does it spend its time on?",
        List.of(
            Variable.several(
                "instance",
                "Application",
                "label_values(kafka_streams_state{:cluster}, instance)")),
        Section.of("Does it run?", applications(), threads()),
        Section.of("Does it keep up?", pace()),
        Section.of("What does it spend its time on?", time()),
        Section.of("Does it restore state?", restoring()));
  }

  private static Line applications() {
    return line(
        7,
        table(
                "Does each application run?",
                "RUNNING. REBALANCING should pass within minutes, restoring of state included; ERROR needs a restart.",
                JVM,
                CONSUMER)
            .label("instance", "Application")
            .label("clientId", "Client", 480)
            .state(
                "state",
                "State",
                new ValueName("RUNNING", "RUNNING", "green"),
                new ValueName("REBALANCING", "REBALANCING", "orange"),
                new ValueName("PENDING_ERROR", "PENDING_ERROR", "red"),
                new ValueName("ERROR", "ERROR", "red"),
                new ValueName("PENDING_SHUTDOWN", "PENDING_SHUTDOWN", "orange"),
                new ValueName("NOT_RUNNING", "NOT_RUNNING", "red"))
            .fact(maxBy("instance, clientId, state", "kafka_streams_state{:instance} == 1"))
            .label("version", "Version")
            .fact(maxBy("instance, clientId, version", "kafka_streams_version_info{:instance}"))
            .figure(
                "Threads alive",
                Unit.COUNT,
                maxBy("instance, clientId", "kafka_streams_alive_stream_threads{:instance}"))
            .figure(
                "Threads failed",
                Scale.of(Unit.COUNT, Thresholds.badFrom(1)),
                maxBy("instance, clientId", "kafka_streams_failed_stream_threads_total{:instance}"))
            .sortedBy("Application"));
  }

  private static Line threads() {
    return line(
        8,
        lines(
                "Threads by state",
                "All RUNNING. Others for long: rebalances, or state that is restored.",
                Unit.COUNT,
                Calc.LAST,
                JVM)
            .query(
                "{{instance}} {{state}}",
                sumBy("instance, state", "kafka_streams_thread_state{:instance} == 1")),
        lines(
                "Threads that died, since the start",
                "Always 0. An exception ended them; the application's log has it.",
                Unit.COUNT,
                Calc.LAST,
                JVM)
            .query(
                "{{instance}}",
                sumBy("instance", "kafka_streams_failed_stream_threads_total{:instance}"))
            .thresholds(Thresholds.badFrom(1)),
        lines(
                "Records dropped per second",
                "0 is normal. They came too late for their window, had no key or could not be read.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                LAG)
            .query(
                "{{instance}}",
                rateBy("instance", "kafka_streams_task_dropped_records_total{:instance}"))
            .thresholds(Thresholds.warnFrom(0.001)));
  }

  private static Line pace() {
    return line(
        8,
        lines(
                "Records processed per second",
                "As many as are written to its topics; the board Consumer lag has its group.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MEAN,
                LAG)
            .query(
                "{{instance}}",
                rateBy("instance", "kafka_streams_thread_process_total{:instance}")),
        largest(
            "How long does a record take? (slowest thread, mean)",
            "Below a ms without calls to other systems.",
            "kafka_streams_thread_process_latency_avg{:instance}"),
        lines(
                "Tasks made and closed per second",
                "0, some in rebalances. All the time: the group does not settle.",
                Unit.COUNTS_PER_SECOND,
                Calc.MAX,
                CONSUMER)
            .query(
                "{{instance}} made",
                rateBy("instance", "kafka_streams_thread_task_created_total{:instance}"))
            .query(
                "{{instance}} closed",
                rateBy("instance", "kafka_streams_thread_task_closed_total{:instance}")));
  }

  /** Of the threads of an application. */
  private static Chart largest(String title, String description, String selector) {
    return lines(title, description, Unit.MILLISECONDS, Calc.MAX, JVM)
        .query("{{instance}}", maxBy("instance", selector + " >= 0"));
  }

  private static Line time() {
    return line(
        8,
        lines(
                "Share of the time by work (busiest thread)",
                "Processing and polling lead. Much commit: commit.interval.ms is too short, or exactly-once "
                    + "with small transactions.",
                Unit.SHARE,
                Calc.MEAN,
                CONSUMER,
                PRODUCER)
            .query(
                "{{instance}} process",
                maxBy("instance", "kafka_streams_thread_process_ratio{:instance}"))
            .query(
                "{{instance}} poll",
                maxBy("instance", "kafka_streams_thread_poll_ratio{:instance}"))
            .query(
                "{{instance}} commit",
                maxBy("instance", "kafka_streams_thread_commit_ratio{:instance}"))
            .query(
                "{{instance}} punctuate",
                maxBy("instance", "kafka_streams_thread_punctuate_ratio{:instance}"))
            .ranked()
            .upTo(1),
        largest(
            "How long is a commit? (slowest thread)",
            "Below a second. It flushes stores and waits for the brokers.",
            "kafka_streams_thread_commit_latency_max{:instance}"),
        largest(
            "How long is a poll? (slowest thread)",
            "Up to poll.ms (100) while there is nothing new.",
            "kafka_streams_thread_poll_latency_max{:instance}"),
        lines(
                "How much of the time does Kafka block it?",
                "Much of it with little load. With much load the brokers are the bottleneck.",
                Unit.SHARE,
                Calc.MEAN,
                PRODUCER,
                CONSUMER)
            .query(
                "{{instance}}",
                "avg by (instance) (rate(kafka_streams_thread_blocked_time_ns_total{:instance}[:rate])) / 1e9"));
  }

  private static Line restoring() {
    return line(
        8,
        lines(
                "Tasks that restore their state, or follow another's",
                "0 restoring while it runs. Restoring ends the outage of a task; standbys shorten it.",
                Unit.COUNT,
                Calc.LAST,
                CONSUMER)
            .query(
                "{{instance}} restoring",
                sumBy("instance", "kafka_streams_state_updater_active_restoring_tasks{:instance}"))
            .query(
                "{{instance}} standby",
                sumBy("instance", "kafka_streams_state_updater_standby_updating_tasks{:instance}")),
        lines(
                "Records restored per second",
                "As fast as brokers and disk allow; 0 while it runs.",
                Unit.MESSAGES_PER_SECOND,
                Calc.MAX,
                CONSUMER)
            .query(
                "{{instance}}",
                sumBy("instance", "kafka_streams_state_updater_restore_records_rate{:instance}")),
        lines(
                "How idle are the threads that restore? (share)",
                "Near 1 while it runs.",
                Unit.SHARE,
                Calc.MIN,
                CONSUMER)
            .query(
                "{{instance}}",
                "min by (instance) (kafka_streams_state_updater_idle_ratio{:instance} >= 0)")
            .upTo(1));
  }
}
