package io.brokerscope.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metrics exist, by what live processes were found to expose and by the README. */
final class MetricNames {
  /** Agents' metrics that need no rules, and so do not stand in the catalogue. */
  private static final Set<String> JVM_AND_AGENT =
      Set.of(
          "jvm_gc_collection_seconds_sum",
          "jvm_memory_max_bytes",
          "jvm_memory_pool_collection_used_bytes",
          "jvm_threads_deadlocked",
          "process_max_fds",
          "process_open_fds");

  /** Prometheus' own of each target, and those of node_exporter and blackbox_exporter. */
  private static final Set<String> OTHERS =
      Set.of(
          "up",
          "scrape_duration_seconds",
          "node_cpu_seconds_total",
          "node_disk_read_time_seconds_total",
          "node_disk_reads_completed_total",
          "node_disk_write_time_seconds_total",
          "node_disk_writes_completed_total",
          "node_filesystem_avail_bytes",
          "node_filesystem_size_bytes",
          "node_memory_MemAvailable_bytes",
          "node_memory_MemTotal_bytes",
          "node_network_receive_errs_total",
          "node_network_receive_packets_total",
          "node_network_transmit_errs_total",
          "node_network_transmit_packets_total",
          "probe_ssl_earliest_cert_expiry");

  /** Recorded by users, to give a group a target. */
  private static final String FRESHNESS_TARGET = "kafka_consumergroup:freshness_target:seconds";

  private static final Pattern IN_FIRST_CELL = Pattern.compile("`([a-z][a-z0-9_]+)(?:\\{\\w+})?`");

  private MetricNames() {}

  static Set<String> known() throws IOException {
    Set<String> names = new TreeSet<>(JVM_AND_AGENT);
    names.addAll(OTHERS);
    names.add(FRESHNESS_TARGET);
    addTable(names, Path.of("config", "METRICS.md"));
    addTable(names, Path.of("README.md"));
    RuleFiles.all().stream()
        .filter(rule -> !rule.alert())
        .map(RuleFiles.Rule::name)
        .forEach(names::add);
    return names;
  }

  /** Debug rows are off by default, so a rule must not need them. */
  private static void addTable(Set<String> names, Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("| `") || line.contains("| debug |")) {
        continue;
      }
      String[] cells = line.split("\\|", -1);
      Matcher name = IN_FIRST_CELL.matcher(cells[1]);
      while (name.find()) {
        names.add(name.group(1));
        addParts(names, name.group(1), line);
      }
    }
  }

  private static void addParts(Set<String> names, String name, String line) {
    if (line.contains("| summary |") || line.contains("histogram")) {
      names.add(name + "_count");
      names.add(name + "_sum");
      names.add(name + "_bucket");
    }
  }
}
