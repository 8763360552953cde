package io.brokerscope.bench;

import io.brokerscope.bench.Results.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Results as Markdown. */
record ResultTable(Results results) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  /** A row a contender and form; figures are the median and, in brackets, the 90th percentile. */
  String all() {
    StringBuilder table =
        new StringBuilder(
            """
            | exporter | form | series | body bytes | CPU ms | CPU ms of the whole JVM | wall ms | allocated MB |
            |---|---|--:|--:|--:|--:|--:|--:|
            """);
    for (Row row : results.rows()) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,.0f | %,.0f | %s | %s | %s | %s |%n",
              row.contender(),
              row.form().title(),
              median(row, s -> s.scrape().series()),
              median(row, s -> s.scrape().bodySizeBytes()),
              spread(row, s -> s.scrape().own().cpuNanos() / NANOS_PER_MILLI),
              spread(row, s -> s.processCpuNanos() / NANOS_PER_MILLI),
              spread(row, s -> s.scrape().wallNanos() / NANOS_PER_MILLI),
              spread(row, s -> s.scrape().own().allocatedBytes() / BYTES_PER_MEGABYTE)));
    }
    return table.toString();
  }

  /** A row a target: the ratio of the medians of CPU, in plain text. */
  String targets(String ours, List<Target> targets) {
    StringBuilder table =
        new StringBuilder(
            """
            | our CPU against | ratio | target | |
            |---|--:|--:|---|
            """);
    double ownCpu = cpuMillis(ours);
    for (Target target : targets) {
      double ratio = cpuMillis(target.contender()) / ownCpu;
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | 1/%.1f | 1/%d | %s |%n",
              target.contender(),
              ratio,
              target.divisor(),
              verdict(ratio >= target.divisor())));
    }
    return table.toString();
  }

  /** The median of what one scrape allocates on the contender's threads, in plain text. */
  double allocatedMegabytes(String contender) {
    return median(
        new Row(contender, Form.PLAIN),
        s -> s.scrape().own().allocatedBytes() / BYTES_PER_MEGABYTE);
  }

  double cpuMillis(String contender) {
    return median(
        new Row(contender, Form.PLAIN), s -> s.scrape().own().cpuNanos() / NANOS_PER_MILLI);
  }

  double wallMillis(String contender) {
    return median(new Row(contender, Form.PLAIN), s -> s.scrape().wallNanos() / NANOS_PER_MILLI);
  }

  double series(String contender) {
    return median(new Row(contender, Form.PLAIN), s -> s.scrape().series());
  }

  static String verdict(boolean met) {
    return met ? "met" : "**missed**";
  }

  private double median(Row row, ToDoubleFunction<Sample> figure) {
    return results.spread(row, figure).median();
  }

  private String spread(Row row, ToDoubleFunction<Sample> figure) {
    Spread spread = results.spread(row, figure);
    return String.format(Locale.ROOT, "%,.2f (%,.2f)", spread.median(), spread.p90());
  }
}
