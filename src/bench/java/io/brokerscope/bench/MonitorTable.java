package io.brokerscope.bench;

import io.brokerscope.bench.CycleMeter.CycleCost;
import io.brokerscope.bench.PageMeter.PageCost;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results of the monitor as Markdown. */
record MonitorTable(MonitorScale scale, List<MonitorFigures> figures) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final double CYCLE_TARGET_SECONDS = 2;
  private static final double PAGE_TARGET_MILLIS = 150;
  private static final String ALL = "all";
  private static final List<String> STEPS =
      List.of("topics", "groups", "offsets", "lag_seconds", "page", ALL);

  /**
   * All of it.
   *
   * @param lags group-partitions whose age moves and is looked up
   */
  String report(int lags) {
    return """
        ### The monitor in front of %,d partitions, %,d groups and %,d group-partitions

        %d brokers, replication factor %d; %,d group-partitions lag and commit one record further in each cycle.
        Left out: %d cycles that did not get all answers in time.

        %s
        %s
        %s
        """
        .formatted(
            scale.partitions(),
            scale.groups(),
            scale.groupPartitions(),
            MonitoredCluster.BROKERS,
            MonitoredCluster.REPLICATION_FACTOR,
            lags,
            figures.stream().mapToInt(MonitorFigures::incomplete).sum(),
            all(),
            targets(),
            new ScrapeRequests(MonitoredCluster.BROKERS, scale)
                .table(figures.get(0).warm(CycleCost::requests)));
  }

  /**
   * Cycles, the page and the heap; figures are the median and, in brackets, the 90th percentile.
   */
  String all() {
    return cycles() + "\n" + pages() + "\n" + heaps();
  }

  private String cycles() {
    StringBuilder table =
        new StringBuilder(
            """
            | a cycle with | %s | CPU ms | requests | sent bytes | received bytes |
            |---|%s--:|--:|--:|--:|
            """
                .formatted(
                    STEPS.stream().map(s -> s + " ms").collect(Collectors.joining(" | ")),
                    "--:|".repeat(STEPS.size())));
    for (MonitorFigures row : figures) {
      CycleCost first = row.first();
      table.append("| %s, the first |".formatted(row.options().title()));
      STEPS.forEach(step -> table.append(number(" %,.0f |", millis(first, step))));
      table.append(
          number(
              " %,.0f | %,.0f | %,.0f | %,.0f |%n",
              first.cpuNanos() / NANOS_PER_MILLI,
              first.requests(),
              first.sentBytes(),
              first.receivedBytes()));
      table.append("| %s, warm |".formatted(row.options().title()));
      STEPS.forEach(step -> table.append(cell(row, cycle -> millis(cycle, step))));
      table.append(cell(row, cycle -> cycle.cpuNanos() / NANOS_PER_MILLI));
      table.append(cell(row, CycleCost::requests));
      table.append(cell(row, CycleCost::sentBytes));
      table.append(cell(row, CycleCost::receivedBytes)).append('\n');
    }
    return table.toString();
  }

  private static double millis(CycleCost cycle, String step) {
    return cycle.seconds().getOrDefault(step, 0.0) * 1e3;
  }

  private static String cell(MonitorFigures row, ToDoubleFunction<CycleCost> figure) {
    Spread spread = row.warm(figure);
    return number(" %,.0f (%,.0f) |", spread.median(), spread.p90());
  }

  private String pages() {
    StringBuilder table =
        new StringBuilder(
            """
            | `/metrics` with | form | series | body bytes | wall ms | CPU ms of the whole JVM |
            |---|---|--:|--:|--:|--:|
            """);
    for (MonitorFigures row : figures) {
      table.append(
          number(
              "| %s, the first | %s | | %,d | %,.1f | %,.1f |%n",
              row.options().title(),
              Form.GZIP.title(),
              row.firstPage().sizeBytes(),
              row.firstPage().wallNanos() / NANOS_PER_MILLI,
              row.firstPage().cpuNanos() / NANOS_PER_MILLI));
      for (Form form : Form.values()) {
        Spread wall = row.page(form, page -> page.wallNanos() / NANOS_PER_MILLI);
        Spread cpu = row.page(form, page -> page.cpuNanos() / NANOS_PER_MILLI);
        table.append(
            number(
                "| %s | %s | %,d | %,.0f | %,.1f (%,.1f) | %,.1f (%,.1f) |%n",
                row.options().title(),
                form.title(),
                row.series(),
                row.page(form, PageCost::sizeBytes).median(),
                wall.median(),
                wall.p90(),
                cpu.median(),
                cpu.p90()));
      }
    }
    return table.toString();
  }

  private String heaps() {
    StringBuilder table =
        new StringBuilder(
            """
            | heap with | limit MB | MB in use after a full collection | share of time in collections |
            |---|--:|--:|--:|
            """);
    for (MonitorFigures row : figures) {
      table.append(
          number(
              "| %s | %d | %,.1f | %.1f %% |%n",
              row.options().title(),
              MonitorJvm.HEAP_MEGABYTES,
              row.heap().liveBytes() / BYTES_PER_MEGABYTE,
              row.heap().collectionShare() * 100));
    }
    return table.toString();
  }

  private String targets() {
    MonitorFigures partition = figures.get(0);
    double cycle = partition.warm(c -> c.seconds().get(ALL)).median();
    StringBuilder table =
        new StringBuilder("| | median | target | |\n|---|--:|--:|---|\n")
            .append(
                number(
                    "| warm cycle | %.2f s | %.0f s | %s |%n",
                    cycle,
                    CYCLE_TARGET_SECONDS,
                    ResultTable.verdict(cycle <= CYCLE_TARGET_SECONDS)));
    for (Form form : Form.values()) {
      double millis = partition.page(form, page -> page.wallNanos() / NANOS_PER_MILLI).median();
      table.append(
          number(
              "| `/metrics`, %s | %.0f ms | %.0f ms | %s |%n",
              form.title(),
              millis,
              PAGE_TARGET_MILLIS,
              ResultTable.verdict(millis <= PAGE_TARGET_MILLIS)));
    }
    return table
        .append(
            // Else there would be no results: a missing answer and a failed scrape end the
            // benchmark.
            number(
                "| heap | all of it ran with -Xmx%dm | %d MB | met |%n",
                MonitorJvm.HEAP_MEGABYTES, MonitorJvm.HEAP_MEGABYTES))
        .toString();
  }

  private static String number(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
