package io.brokerscope.bench;

import io.brokerscope.bench.Contender.Exporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * What the shipped rules for brokers cost, as they are and with their debug rules switched on. Ours
 * alone: no other exporter understands all their keys.
 */
final class PackBench {
  private static final Path PACK = Path.of("config", "kafka-broker.yml");
  private static final String DEBUG_PREFIX = "(?m)^#debug# ";

  private final BenchSettings settings;
  private final int partitions;
  private final Results results = new Results();

  PackBench(BenchSettings settings, int partitions) {
    this.settings = settings;
    this.partitions = partitions;
  }

  /** The results as Markdown. */
  String run() throws IOException, InterruptedException, ExecutionException {
    Exporters exporters = Exporters.prepare();
    String pack = Files.readString(PACK);
    try (MeasuredBroker broker = MeasuredBroker.start(exporters, partitions)) {
      broker.warmUp(List.of(exporters.ours()), settings.effort().warmup());
      Files.writeString(exporters.rules().ours(), pack);
      measure(exporters.ours().as("kafka-broker.yml"), broker);
      Files.writeString(exporters.rules().ours(), pack.replaceAll(DEBUG_PREFIX, ""));
      measure(exporters.ours().as("kafka-broker.yml, debug rules on"), broker);
    }
    return """
        ### The shipped rules on a real broker with %,d partitions

        %s
        """
        .formatted(partitions, new ResultTable(results).all());
  }

  private void measure(Exporter pack, MeasuredBroker broker)
      throws IOException, InterruptedException, ExecutionException {
    broker.measure(List.of(pack), Form.PLAIN, settings.effort(), results);
    broker.measure(List.of(pack), Form.GZIP, settings.effort(), results);
  }
}
