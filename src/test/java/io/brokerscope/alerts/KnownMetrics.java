package io.brokerscope.alerts;

import io.brokerscope.jvm.JvmMetrics;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sample names that exist without the debug rules: config/METRICS.md for Kafka's processes, the
 * tables of README.md for the agent and the monitor, the JVM's from the JVM.
 */
final class KnownMetrics {
  private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)(?:\\{[^`]*})?`");

  private final Set<String> names = new HashSet<>();

  static KnownMetrics read() throws IOException {
    KnownMetrics known = new KnownMetrics();
    known.addCatalogue(Files.readAllLines(Path.of("config", "METRICS.md")));
    known.addTables(Files.readAllLines(Path.of("README.md")));
    known.addJvm();
    return known;
  }

  Set<String> names() {
    return Set.copyOf(names);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** Rows are: name, type, labels, form, and more. */
  private void addCatalogue(List<String> lines) {
    for (String line : lines) {
      String[] cells = line.split(" \\| ", -1);
      if (line.startsWith("| `") && cells.length > 4 && cells[3].equals("default")) {
        String name = cells[0].replaceAll("[|` ]", "");
        names.add(name);
        if (cells[1].equals("summary")) {
          addAll(name, "_sum", "_count");
        }
      }
    }
  }

  /** The first cell of a row has the names. */
  private void addTables(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("| `")) {
        String cell = line.split(" \\| ", -1)[0];
        NAME.matcher(cell).results().forEach(match -> addTableName(match.group(1)));
      }
    }
  }

  /** In the tables histograms are those of latency. */
  private void addTableName(String name) {
    names.add(name);
    if (name.endsWith("_latency_seconds")) {
      addAll(name, "_bucket", "_sum", "_count");
    }
  }

  private void addJvm() {
    for (MetricFamilySamples family : new JvmMetrics(() -> false, System::nanoTime).collect()) {
      names.add(family.name);
      if (family.type == Collector.Type.COUNTER) {
        addAll(family.name, "_total");
      }
      family.samples.forEach(sample -> names.add(sample.name));
    }
  }

  private void addAll(String name, String... suffixes) {
    for (String suffix : suffixes) {
      names.add(name + suffix);
    }
  }
}
