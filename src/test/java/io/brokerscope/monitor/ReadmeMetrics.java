package io.brokerscope.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics in README's table of the monitor. */
final class ReadmeMetrics {
  /** Counters whose series begin with the first error of their kind. */
  static final Set<String> ONLY_AFTER_A_FAILURE =
      Set.of("kafka_canary_produce_errors_total", "kafka_monitor_errors_total");

  private static final Pattern NAME = Pattern.compile("`(kafka_[a-z_]+)`");

  private ReadmeMetrics() {}

  static Set<String> listed() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(
            readme.indexOf("### What it tells"), readme.indexOf("Names and labels are those"));
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> NAME.matcher(cell).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
