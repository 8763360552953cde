package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.exposition.Tool;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the shipped files are, and the programs that read them. */
public final class ShippedFiles {

  public static final Path ALERTMANAGER = Path.of("alerts", "alertmanager.yml");
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
    return require("prometheus", "promtool");
  }

  /** Skips the test where amtool is missing. */
  static Tool amtool() {
    return require("prometheus-alertmanager", "amtool");
  }

  /** Skips the test where Prometheus is missing. */
  public static Tool prometheus() {
    return require("prometheus", "prometheus");
  }

  /** Skips the test where Alertmanager is missing; Debian has it under a name of its own. */
  public static Tool alertmanager() {
    return require("prometheus-alertmanager", "alertmanager", "prometheus-alertmanager");
  }

  private static Tool require(String debianPackage, String... names) {
    Optional<Tool> found = Stream.of(names).flatMap(Tool::onPath).findFirst();
    assumeTrue(
        found.isPresent(),
        "No %s on the PATH; Debian's package is %s.".formatted(names[0], debianPackage));
    return found.orElseThrow();
  }
}
