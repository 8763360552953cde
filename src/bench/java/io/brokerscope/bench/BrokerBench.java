package io.brokerscope.bench;

import static io.brokerscope.bench.Exporters.JMX_CACHED;
import static io.brokerscope.bench.Exporters.JMX_PLAIN;
import static io.brokerscope.bench.Exporters.OURS;
import static io.brokerscope.bench.Exporters.STRIMZI;

import io.brokerscope.bench.Contender.Floor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * One real broker under load with every exporter attached, scraped in turns. Three phases, because
 * jmx_exporter has one set of rules at a time and fills most of a period; ours is in each of them.
 */
final class BrokerBench {
  private static final Floor FLOOR = new Floor();
  private static final double ALLOCATION_TARGET_MEGABYTES = 2;

  private final BenchSettings settings;
  private final int partitions;
  private final Results results = new Results();

  BrokerBench(BenchSettings settings, int partitions) {
    this.settings = settings;
    this.partitions = partitions;
  }

  /** The results as Markdown. */
  String run() throws IOException, InterruptedException, ExecutionException {
    Exporters exporters = Exporters.prepare();
    try (MeasuredBroker broker = MeasuredBroker.start(exporters, partitions)) {
      measure(exporters, broker);
      broker.record(exporters.ours());
    }
    return report();
  }

  private void measure(Exporters exporters, MeasuredBroker broker)
      throws IOException, InterruptedException, ExecutionException {
    Contender ours = exporters.ours();
    Contender strimzi = exporters.strimzi();
    List<Contender> withFloor = List.of(ours, FLOOR, strimzi);
    broker.warmUp(withFloor, settings.effort().warmup());
    broker.measure(withFloor, Form.PLAIN, settings.effort(), results);
    broker.measure(List.of(ours, strimzi), Form.GZIP, settings.effort(), results);
    exporters.rules().cacheInJmxExporter();
    measureBothForms(List.of(ours, exporters.jmxExporter(JMX_CACHED)), broker);
    exporters.rules().plainInJmxExporter();
    measureBothForms(List.of(ours, exporters.jmxExporter(JMX_PLAIN)), broker);
  }

  private void measureBothForms(List<Contender> contenders, MeasuredBroker broker)
      throws IOException, InterruptedException, ExecutionException {
    broker.measure(contenders, Form.PLAIN, settings.effort(), results);
    broker.measure(contenders, Form.GZIP, settings.effort(), results);
  }

  private String report() {
    ResultTable table = new ResultTable(results);
    double allocated = table.allocatedMegabytes(OURS);
    return """
        ### A real broker with %,d partitions

        %s
        %s
        """
            .formatted(partitions, table.all(), table.targets(OURS, targets()))
        + String.format(
            Locale.ROOT,
            "Allocated per scrape: %.2f MB%s%n",
            allocated,
            partitions > 1_000
                ? ""
                : "; target at most 2 MB: "
                    + ResultTable.verdict(allocated <= ALLOCATION_TARGET_MEGABYTES));
  }

  private List<Target> targets() {
    boolean small = partitions <= 1_000;
    return List.of(
        new Target(JMX_PLAIN, small ? 60 : 100),
        new Target(JMX_CACHED, small ? 12 : 20),
        new Target(STRIMZI, small ? 4 : 5),
        new Target(FLOOR.name(), small ? 3 : 4));
  }
}
