package io.brokerscope.bench;

import static io.brokerscope.bench.Exporters.JMX_PLAIN;
import static io.brokerscope.bench.Exporters.OURS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Our agent and jmx_exporter in a JVM with the MBeans of a very large broker. */
final class SyntheticBench {
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(50);

  /** One takes ten seconds and more. */
  private static final int JMX_EXPORTER_SCRAPES = 5;

  private static final int HEAP_TARGET_BYTES_PER_SERIES = 400;
  private static final int CLASSES_SHOWN = 12;

  private final BenchSettings settings;
  private final Results results = new Results();

  SyntheticBench(BenchSettings settings) {
    this.settings = settings;
  }

  /** The results as Markdown. */
  String run() throws IOException, InterruptedException {
    Exporters exporters = Exporters.prepare();
    Progress.say(
        "Registering the MBeans of %d partitions".formatted(settings.syntheticPartitions()));
    try (SyntheticJvm jvm = SyntheticJvm.start(exporters, settings.syntheticPartitions());
        Probe probe = exporters.probe()) {
      ScrapeMeter meter = new ScrapeMeter(probe, ProcessCpu.of(jvm.process().pid()));
      Contender ours = exporters.ours();
      HeapContent before = probe.heap();
      Progress.say("Taking the first scrape");
      byte[] first = meter.fetch(ours, Form.PLAIN);
      double planSeconds = MetricsText.value(first, "brokerscope_plan_build_seconds_total");
      // Twice more, so that the pools of the bodies have their final size.
      meter.fetch(ours, Form.GZIP);
      meter.fetch(ours, Form.GZIP);
      HeapContent retained = probe.heap().growthSince(before);
      measure(new Rounds(meter), ours, exporters.jmxExporter(JMX_PLAIN));
      return report(planSeconds, retained);
    }
  }

  private void measure(Rounds rounds, Contender ours, Contender jmxExporter)
      throws IOException, InterruptedException {
    for (Form form : Form.values()) {
      Progress.say("Scraping %s, %s".formatted(OURS, form.title()));
      rounds.warmUp(List.of(ours), form, settings.effort().settling(LONGEST_SETTLING));
      rounds.run(List.of(ours), form, settings.effort().scrapes(), results);
    }
    Progress.say("Scraping %s, %s".formatted(JMX_PLAIN, Form.PLAIN.title()));
    rounds.warmUp(List.of(jmxExporter), Form.PLAIN, Duration.ZERO);
    rounds.run(
        List.of(jmxExporter),
        Form.PLAIN,
        Math.min(JMX_EXPORTER_SCRAPES, settings.effort().scrapes()),
        results);
  }

  private String report(double planSeconds, HeapContent retained) {
    ResultTable table = new ResultTable(results);
    double jmxSeconds = table.wallMillis(JMX_PLAIN) / 1_000;
    double bytesPerSeries = retained.totalBytes() / table.series(OURS);
    return """
        ### The MBeans of %,d partitions, without a broker

        %s
        %s
        """
            .formatted(
                settings.syntheticPartitions(),
                table.all(),
                table.targets(OURS, List.of(new Target(JMX_PLAIN, 50))))
        + String.format(
            Locale.ROOT,
            """
            Our first plan is built in %.2f s; a scrape of jmx_exporter takes %.2f s: %s.

            Our agent retains %.0f bytes a series, target at most %d: %s. What the heap has more after the first scrapes:

            %s
            """,
            planSeconds,
            jmxSeconds,
            ResultTable.verdict(planSeconds < jmxSeconds),
            bytesPerSeries,
            HEAP_TARGET_BYTES_PER_SERIES,
            ResultTable.verdict(bytesPerSeries <= HEAP_TARGET_BYTES_PER_SERIES),
            classes(retained));
  }

  private static String classes(HeapContent retained) {
    StringBuilder table = new StringBuilder("| class | bytes |\n|---|--:|\n");
    for (Map.Entry<String, Long> growth : retained.largest(CLASSES_SHOWN)) {
      table.append(
          String.format(Locale.ROOT, "| `%s` | %,d |%n", growth.getKey(), growth.getValue()));
    }
    table.append(String.format(Locale.ROOT, "| all | %,d |%n", retained.totalBytes()));
    return table.toString();
  }
}
