package io.brokerscope.alerts;

import io.brokerscope.exposition.Tool;
import java.nio.file.Path;
import java.util.Set;

/** Where the shipped files are, and the programs that read them. */
final class ShippedFiles {

  static final Path ALERTMANAGER = Path.of("alerts", "alertmanager.yml");
  static final Path PROMETHEUS = Path.of("config", "prometheus.yml");
  static final Path RUNBOOKS = Path.of("alerts", "runbooks");

  /** The boards that alerts and runbooks lead to, by uid. */
  static final Set<String> BOARDS =
      Set.of(
          "kafka-overview",
          "kafka-cluster",
          "kafka-broker",
          "kafka-topics",
          "kafka-requests",
          "kafka-controller",
          "kafka-jvm",
          "kafka-host",
          "kafka-lag",
          "kafka-canary",
          "kafka-streams",
          "kafka-connect",
          "kafka-exporter");

  private ShippedFiles() {}

  /** Skips the test where promtool is missing. */
  static Tool promtool() {
    return Tool.orSkip("prometheus", "promtool");
  }

  /** Skips the test where amtool is missing. */
  static Tool amtool() {
    return Tool.orSkip("prometheus-alertmanager", "amtool");
  }

  /** Skips the test where Alertmanager is missing; Debian has it under a name of its own. */
  static Tool alertmanager() {
    return Tool.orSkip("prometheus-alertmanager", "alertmanager", "prometheus-alertmanager");
  }
}
