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
import io.brokerscope.dashboards.Section;
import io.brokerscope.dashboards.Section.Line;
import io.brokerscope.dashboards.Thresholds;
import io.brokerscope.dashboards.Unit;
import io.brokerscope.dashboards.Variable;
import java.util.List;

/** The JVM of brokers, and of everything else that has the agent or is the monitor. */
final class JvmBoard {
  private static final Link HOST = Link.to(BoardId.HOST).taking("instance");
  private static final Link BROKER = Link.to(BoardId.BROKER).taking("instance");

  private JvmBoard() {}

  static Board board() {
    return Board.of(
        BoardId.JVM,
        "Is a JVM short of heap, does it stand still, does it leak?",
        List.of(
            Variable.several(
                "instance", "Process", "label_values(jvm_memory_used_bytes{:cluster}, instance)")),
        Section.of("Which JVM stands out?", processes()),
        Section.of("Is there enough memory?", heap(), memory()),
        Section.of("Does it stand still?", collections()),
        Section.of("Are threads, CPU and files all right?", threads(), process()));
  }

  /** Lines of which there are as many as processes. */
  private static Chart perProcess(
      String title, String description, Unit unit, Calc calc, Link next) {
    return lines(title, description, unit, calc, next).ranked();
  }

  private static Line processes() {
    return line(
        9,
        table(
                "Which process is it?",
                "Heap after garbage collection is what counts; what is used before is meant to fill up.",
                BROKER,
                HOST)
            .label("instance", "Process", 160)
            .label("job", "Job")
            .label("version", "Java", 200)
            .fact(maxBy("instance, job, version", "jvm_info{:process}"))
            .figure(
                "Uptime",
                Unit.SECONDS,
                "time() - " + maxBy("instance", "process_start_time_seconds{:process}"))
            .figure(
                "Heap", Unit.BYTES, maxBy("instance", "jvm_memory_max_bytes{:process,area='heap'}"))
            .figure(
                "Full after GC",
                Scale.of(Unit.SHARE, Thresholds.badFrom(0.7, 0.85)),
                fullAfterCollection())
            .figure("Stands still", Scale.of(Unit.SHARE, Thresholds.warnFrom(0.1)), pauses())
            .figure("CPUs", Unit.COUNT, rateBy("instance", "process_cpu_seconds_total{:process}"))
            .figure(
                "Memory", Unit.BYTES, maxBy("instance", "process_resident_memory_bytes{:process}"))
            .figure("Threads", Unit.COUNT, maxBy("instance", "jvm_threads_current{:process}"))
            .figure("Files", Scale.of(Unit.SHARE, Thresholds.badFrom(0.6, 0.8)), openFiles())
            .sortedBy("Process"));
  }

  private static String fullAfterCollection() {
    return """
        sum by (instance) (jvm_memory_pool_collection_used_bytes{:process})
        / on (instance) (max by (instance) (jvm_memory_max_bytes{:process,area='heap'}) > 0)
        """;
  }

  /** Concurrent cycles of ZGC and Shenandoah stop nobody. */
  private static String pauses() {
    return rateBy(
        "instance", "jvm_gc_collection_seconds_sum{:process,gc!~'.*(Cycles|Concurrent).*'}");
  }

  private static String openFiles() {
    return maxBy("instance", "process_open_fds{:process} / process_max_fds{:process}");
  }

  private static Line heap() {
    return line(
        9,
        perProcess(
                "How full is the heap after garbage collection?",
                "Below 70 %. Above 85 % for half an hour it will run out: a larger heap, or look for what grew.",
                Unit.SHARE,
                Calc.MAX,
                BROKER)
            .query("{{instance}}", fullAfterCollection())
            .upTo(1)
            .thresholds(Thresholds.badFrom(0.7, 0.85)),
        perProcess(
                "Heap in use",
                "A saw: it fills up and falls with each collection. Its lower edge is what counts.",
                Unit.BYTES,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}", maxBy("instance", "jvm_memory_used_bytes{:process,area='heap'}")),
        perProcess(
                "How fast is memory allocated? (bytes per second)",
                "Follows the load. A jump without more load is a new kind of request or a conversion.",
                Unit.BYTES_PER_SECOND,
                Calc.MEAN,
                BROKER)
            .query(
                "{{instance}}",
                rateBy("instance", "jvm_memory_pool_allocated_bytes_total{:process}")));
  }

  private static Line memory() {
    return line(
        9,
        perProcess(
                "Memory outside the heap",
                "Level after the first hours. Classes and code; a climb is a leak of class loaders.",
                Unit.BYTES,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}}",
                maxBy("instance", "jvm_memory_used_bytes{:process,area='nonheap'}")),
        perProcess(
                "Buffers outside the heap",
                "Direct ones follow connections and message sizes; mapped ones are indexes, and grow with partitions.",
                Unit.BYTES,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} {{pool}}",
                maxBy("instance, pool", "jvm_buffer_pool_used_bytes{:process}")),
        perProcess(
                "Memory of the process, as the host sees it",
                "Heap, the two others, thread stacks. What else the host has caches files, and should be much.",
                Unit.BYTES,
                Calc.MAX,
                HOST)
            .query("{{instance}}", maxBy("instance", "process_resident_memory_bytes{:process}")));
  }

  private static Line collections() {
    return line(
        9,
        perProcess(
                "How much of the time does it collect garbage?",
                "Below 2 %. Above 10 % for a quarter of an hour is a ticket: heap too small or allocation too fast.",
                Unit.SHARE,
                Calc.MAX,
                BROKER)
            .query("{{instance}}", pauses())
            .thresholds(Thresholds.warnFrom(0.1)),
        perProcess(
                "How long was the last pause?",
                "Below 200 ms. Seconds let sessions of brokers and consumers expire.",
                Unit.SECONDS,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} {{gc}}",
                maxBy("instance, gc", "jvm_gc_last_pause_seconds{:process}")),
        perProcess(
                "Collections per second",
                "Young ones several a minute. Old or full ones that repeat mean a heap that is full.",
                Unit.COUNTS_PER_SECOND,
                Calc.MEAN,
                BROKER)
            .query(
                "{{instance}} {{gc}}",
                rateBy("instance, gc", "jvm_gc_collection_seconds_count{:process}")));
  }

  private static Line threads() {
    return line(
        9,
        perProcess(
                "Threads by state",
                "Most wait. Many BLOCKED ones stand before one lock: take a thread dump.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query(
                "{{instance}} {{state}}",
                sumBy("instance, state", "jvm_threads_state{:process} > 0"))
            .manyLines(),
        perProcess(
                "Threads in a deadlock",
                "Always 0. They never come out; take a thread dump and restart.",
                Unit.COUNT,
                Calc.MAX,
                BROKER)
            .query("{{instance}}", maxBy("instance", "jvm_threads_deadlocked{:process}"))
            .thresholds(Thresholds.badFrom(1)),
        perProcess(
                "Classes loaded",
                "Level after the start. A climb is a leak.",
                Unit.COUNT,
                Calc.LAST,
                BROKER)
            .query("{{instance}}", maxBy("instance", "jvm_classes_currently_loaded{:process}")));
  }

  private static Line process() {
    return line(
        9,
        perProcess(
                "CPUs in use by the process",
                "Up to as many as the host has. Steps without more load: conversions, TLS, compression.",
                Unit.COUNT,
                Calc.MAX,
                HOST)
            .query("{{instance}}", rateBy("instance", "process_cpu_seconds_total{:process}")),
        perProcess(
                "How many of its file descriptors are open? (share)",
                "Below 60 %. Without one left no log and no connection can be opened; raise the limit.",
                Unit.SHARE,
                Calc.MAX,
                BROKER)
            .query("{{instance}}", openFiles())
            .thresholds(Thresholds.badFrom(0.6, 0.8)),
        perProcess(
                "Uptime",
                "It falls to 0 with each restart. One that falls again and again is killed by somebody.",
                Unit.SECONDS,
                Calc.LAST,
                BROKER)
            .query(
                "{{instance}}",
                "time() - " + maxBy("instance", "process_start_time_seconds{:process}")));
  }
}
