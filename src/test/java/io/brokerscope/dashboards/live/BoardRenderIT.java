package io.brokerscope.dashboards.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brokerscope.dashboards.live.EmptyPanels.PanelName;
import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every board is drawn by Grafana's own components in a browser, with the figures of a real
 * cluster. The pictures are in target/boards; {@code -Dscreenshots.write=true} records for longer
 * and makes them those of grafana-dashboards.
 */
class BoardRenderIT {
  private static final Path PICTURES = Path.of("target", "boards");
  private static final Path COMMITTED = BoardFile.FOLDER.resolve("screenshots");

  /** What the browser says of each board. */
  private static final Map<BoardFile, JsonNode> REPORTS = new HashMap<>();

  @BeforeAll
  static void drawAll() throws Exception {
    BrowserPrograms programs = BrowserPrograms.ofThisMachine();
    Path chromium = BrowserPrograms.chromium();
    Recording recording = LiveStack.recorded();
    List<BoardFile> boards = BoardFile.all();
    List<String> options =
        List.of(
            "--prometheus=" + recording.prometheus().server(),
            "--from=" + recording.from(),
            "--to=" + recording.to(),
            "--scrape-interval=" + Recording.SCRAPE_INTERVAL.toSeconds(),
            "--chromium=" + chromium,
            "--out=" + PICTURES);
    Tool.Outcome outcome = programs.run("render.mjs", options, boards);
    System.out.print(outcome.output());
    assertEquals(0, outcome.exitCode(), outcome::output);
    for (BoardFile board : boards) {
      Path report = PICTURES.resolve(board.uid() + ".json");
      REPORTS.put(board, new ObjectMapper().readTree(report.toFile()));
    }
    if (Boolean.getBoolean("screenshots.write")) {
      commit(boards);
    }
  }

  /** With 256 colours: a third of the size, and the eye sees no difference. */
  private static void commit(List<BoardFile> boards) throws IOException, InterruptedException {
    Tool pngquant = Tool.orSkip("pngquant", "pngquant");
    Files.createDirectories(COMMITTED);
    for (BoardFile board : boards) {
      String picture = board.uid() + ".png";
      Tool.Outcome outcome =
          pngquant.run(
              new byte[0],
              "--force",
              "--output=" + COMMITTED.resolve(picture),
              "256",
              PICTURES.resolve(picture).toString());
      assertEquals(0, outcome.exitCode(), outcome::output);
    }
  }

  @Test
  void every_board_is_drawn_to_its_end() {
    assertNone(
        report ->
            report.path("settled").asBoolean()
                ? Stream.of()
                : Stream.of("not all queries ended in time"));
  }

  @Test
  void no_page_has_an_error() {
    assertNone(report -> texts(report.path("pageErrors")));
  }

  @Test
  void every_panel_is_of_a_known_type() {
    assertNone(report -> texts(report.path("unknownPanelTypes")));
  }

  @Test
  void every_variable_has_a_value() {
    assertNone(
        report ->
            items(report.path("variables"))
                .filter(v -> v.path("value").asText().isEmpty() || v.has("error"))
                .map(JsonNode::toString));
  }

  @Test
  void no_query_fails() {
    assertNone(
        report ->
            items(report.path("queries"))
                .filter(query -> query.has("error"))
                .map(JsonNode::toString));
  }

  @Test
  void every_panel_shows_data_but_for_those_with_a_reason() {
    Set<PanelName> all = new HashSet<>();
    Set<PanelName> empty = new HashSet<>();
    REPORTS.forEach(
        (board, report) -> {
          Set<Integer> emptyIds = new HashSet<>();
          report.path("emptyPanels").forEach(id -> emptyIds.add(id.asInt()));
          for (BoardFile.Panel panel : board.panels()) {
            PanelName name = new PanelName(board.uid(), panel.title());
            all.add(name);
            if (emptyIds.contains(panel.id())) {
              empty.add(name);
            }
          }
        });
    assertEquals(List.of(), EmptyPanels.read().complaints(all, empty), EmptyPanels.LIST);
  }

  /** The findings in the reports of all boards. */
  private static void assertNone(Function<JsonNode, Stream<String>> findings) {
    List<String> found = new ArrayList<>();
    REPORTS.forEach(
        (board, report) ->
            findings.apply(report).forEach(text -> found.add(board.uid() + ": " + text)));
    assertEquals(List.of(), found);
  }

  private static Stream<String> texts(JsonNode list) {
    return items(list).map(JsonNode::asText);
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
