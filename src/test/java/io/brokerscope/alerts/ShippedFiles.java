package io.brokerscope.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the shipped files are, and the programs that read them. */
public final class ShippedFiles {

  public static final Path ALERTMANAGER = Path.of("alerts", "alertmanager.yml");
  static final Path PROMETHEUS = Path.of("config", "prometheus.yml");
  static final Path RUNBOOKS = Path.of("alerts", "runbooks");

  static final Path BOARDS = Path.of("grafana-dashboards");

  private ShippedFiles() {}

  /** The variables of each board that alerts and runbooks can lead to, by its uid. */
  static Map<String, Set<String>> boards() throws IOException {
    Map<String, Set<String>> boards = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(BOARDS, "*.json")) {
      for (Path file : files) {
        JsonNode board = new ObjectMapper().readTree(file.toFile());
        boards.put(
            board.path("uid").asText(),
            Set.copyOf(board.path("templating").path("list").findValuesAsText("name")));
      }
    }
    return boards;
  }

  /** Skips the test where promtool is missing. */
  public static Tool promtool() {
    return Tool.orSkip("prometheus", "promtool");
  }

  /** Skips the test where amtool is missing. */
  static Tool amtool() {
    return Tool.orSkip("prometheus-alertmanager", "amtool");
  }

  /** Skips the test where Prometheus is missing. */
  public static Tool prometheus() {
    return Tool.orSkip("prometheus", "prometheus");
  }

  /** Skips the test where Alertmanager is missing; Debian has it under a name of its own. */
  public static Tool alertmanager() {
    return Tool.orSkip("prometheus-alertmanager", "alertmanager", "prometheus-alertmanager");
  }
}
