package io.brokerscope.alerts;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The metrics that a rule may use: ours, those of other exporters, and what rules record. */
public final class MetricNames {
  /** Prometheus' own of each target, and those of node_exporter and blackbox_exporter. */
  private static final Set<String> OTHERS =
      Set.of(
          "up",
          "ALERTS",
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
          "probe_ssl_earliest_cert_expiry",
          "probe_success");

  /** Recorded by users, to give a group a target. */
  private static final String FRESHNESS_TARGET = "kafka_consumergroup:freshness_target:seconds";

  private MetricNames() {}

  public static Set<String> known() throws IOException {
    Set<String> names = new TreeSet<>(KnownMetrics.read().names());
    names.addAll(OTHERS);
    names.add(FRESHNESS_TARGET);
    RuleFiles.all().stream()
        .filter(rule -> !rule.alert())
        .map(RuleFiles.Rule::name)
        .forEach(names::add);
    return names;
  }
}
