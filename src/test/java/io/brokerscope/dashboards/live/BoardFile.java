package io.brokerscope.dashboards.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A committed board, read as Grafana reads it. */
record BoardFile(Path path, JsonNode json) {
  static final Path FOLDER = Path.of("grafana-dashboards");

  /**
   * @param id different for each panel of a board
   * @param targets its queries; a row has none
   */
  record Panel(int id, String title, List<Target> targets) {}

  /**
   * @param instant whether it asks for one moment, not for a span of time
   */
  record Target(String refId, String expr, boolean instant) {}

  /** By uid. */
  static List<BoardFile> all() throws IOException {
    List<BoardFile> boards = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        boards.add(new BoardFile(file, new ObjectMapper().readTree(file.toFile())));
      }
    }
    if (boards.isEmpty()) {
      throw new IllegalStateException("no board in " + FOLDER.toAbsolutePath());
    }
    return boards;
  }

  String uid() {
    return json.path("uid").asText();
  }

  JsonNode variables() {
    return json.path("templating").path("list");
  }

  /** Those that ask something, also in rows that were saved collapsed. */
  List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      panels.add(panel(panel));
      panel.path("panels").forEach(inner -> panels.add(panel(inner)));
    }
    panels.removeIf(panel -> panel.targets().isEmpty());
    return panels;
  }

  private static Panel panel(JsonNode json) {
    List<Target> targets = new ArrayList<>();
    for (JsonNode target : json.path("targets")) {
      targets.add(
          new Target(
              target.path("refId").asText(),
              target.path("expr").asText(),
              target.path("instant").asBoolean() && !target.path("range").asBoolean()));
    }
    return new Panel(json.path("id").asInt(), json.path("title").asText(), targets);
  }
}
