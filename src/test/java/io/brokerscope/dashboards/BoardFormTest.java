package io.brokerscope.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every board and panel has, and where panels stand. */
class BoardFormTest {
  private static final int COLUMNS = 24;
  private static final List<CommittedBoard> BOARDS = CommittedBoard.all();

  /** A panel's place in the grid; {@code right} and {@code bottom} are the first outside it. */
  private record Place(String title, int left, int top, int right, int bottom) {
    static Place of(JsonNode panel) {
      JsonNode grid = panel.path("gridPos");
      int x = grid.path("x").asInt();
      int y = grid.path("y").asInt();
      return new Place(
          panel.path("title").asText(),
          x,
          y,
          x + grid.path("w").asInt(),
          y + grid.path("h").asInt());
    }

    boolean overlaps(Place other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  @Test
  void there_are_fifteen_boards() {
    assertEquals(15, BOARDS.size());
  }

  @Test
  void every_board_has_a_uid_of_its_own_which_is_its_file_name() {
    assertNone(board -> (board.uid() + ".json").equals(board.file().getFileName().toString()));
    assertEquals(BOARDS.size(), BOARDS.stream().map(CommittedBoard::uid).distinct().count());
  }

  @Test
  void every_board_is_read_only_and_found_by_its_tag() {
    assertNone(
        board ->
            !board.json().path("editable").asBoolean(true)
                && board.json().path("tags").path(0).asText().equals("kafka")
                && board.json().path("schemaVersion").asInt() == 39
                && !board.json().path("description").asText().isBlank());
  }

  @Test
  void every_board_marks_restarts_elections_and_pages() {
    assertNone(
        board ->
            board
                .json()
                .path("annotations")
                .findValuesAsText("name")
                .equals(List.of("Broker restarts", "Controller changes", "Pages")));
  }

  @Test
  void the_overview_fits_on_a_screen() {
    // 1,000 pixels less Grafana's own head and the variables, at 38 pixels a unit.
    int bottom = places(board("kafka-overview")).mapToInt(Place::bottom).max().orElseThrow();

    assertTrue(bottom <= 22, "it is " + bottom + " units high");
  }

  @Test
  void every_panel_says_what_it_shows_and_what_to_do() {
    assertNoPanel(
        panel ->
            !panel.path("title").asText().isBlank()
                && panel.path("description").asText().endsWith(".")
                && !defaults(panel).path("unit").asText().isBlank());
  }

  @Test
  void every_title_fits_above_its_panel() {
    // Beside it stands the i of the description. A column of the grid has 66 pixels, a letter 7.5.
    assertNoPanel(
        panel ->
            panel.path("title").asText().length() * 7.5
                <= panel.path("gridPos").path("w").asInt() * 66 - 60);
  }

  @Test
  void every_column_of_figures_has_its_unit() {
    assertNoPanel(panel -> withUnit(panel).containsAll(columnsOfFigures(panel)));
  }

  @Test
  void every_legend_shows_one_figure() {
    assertNoPanel(
        panel ->
            !CommittedBoard.type(panel).equals("timeseries")
                || panel.path("options").path("legend").path("calcs").size() == 1);
  }

  /** Grafana's "Last *" still shows the leaders of a broker that is gone. */
  @Test
  void no_legend_tells_of_a_line_that_has_ended_as_if_it_went_on() {
    assertNoPanel(
        panel -> {
          JsonNode calcs = panel.path("options").path("legend").path("calcs");
          return !calcs.toString().contains("lastNotNull");
        });
  }

  @Test
  void every_panel_leads_on() {
    assertNoPanel(panel -> !panel.path("fieldConfig").findValues("url").isEmpty());
  }

  @Test
  void every_panel_says_from_which_value_on_it_is_coloured() {
    // Left out, Grafana puts in its own: red from 80 on.
    assertNoPanel(panel -> !defaults(panel).path("thresholds").path("steps").isEmpty());
  }

  /** Seconds and messages have no common scale; only columns that are all alike have one. */
  @Test
  void bars_in_tables_are_as_long_as_their_own_column_says_unless_all_columns_are_alike() {
    assertNoPanel(
        panel ->
            bars(panel).allMatch(BoardFormTest::hasScaleOfItsOwn) || hasOnlyBarsOfOneKind(panel));
  }

  /** The part with the largest figure is where the time goes: 3 ms must not look like 300. */
  @Test
  void the_parts_of_a_request_are_compared_with_each_other() {
    JsonNode parts =
        panel("kafka-requests", "Which broker and which part? (quantile $quantile, ms)");

    assertEquals(6, bars(parts).count());
    assertTrue(bars(parts).noneMatch(BoardFormTest::hasScaleOfItsOwn));
  }

  @Test
  void panels_are_of_kinds_that_were_seen_in_a_browser() {
    Set<String> kinds = Set.of("timeseries", "stat", "bargauge", "table", "state-timeline");
    assertNoPanel(panel -> kinds.contains(CommittedBoard.type(panel)));
  }

  @Test
  void no_two_panels_of_a_board_have_the_same_id_or_title() {
    assertNone(board -> allDiffer(board, panel -> panel.path("id").asText()));
    assertNone(board -> allDiffer(board, panel -> panel.path("title").asText()));
  }

  @Test
  void no_panel_stands_on_another() {
    List<String> overlaps = new ArrayList<>();
    for (CommittedBoard board : BOARDS) {
      List<Place> places = places(board).toList();
      for (int i = 0; i < places.size(); i++) {
        for (Place other : places.subList(i + 1, places.size())) {
          if (places.get(i).overlaps(other)) {
            overlaps.add(board.uid() + ": " + places.get(i) + " and " + other);
          }
        }
      }
    }

    assertEquals(List.of(), overlaps);
  }

  @Test
  void no_panel_stands_beyond_the_edge() {
    assertNone(
        board ->
            places(board)
                .allMatch(
                    place ->
                        place.left() >= 0
                            && place.right() <= COLUMNS
                            && place.left() < place.right()
                            && place.top() < place.bottom()));
  }

  /** What "organize" makes of the fields with a query's figures. */
  private static Set<String> columnsOfFigures(JsonNode panel) {
    Set<String> titles = new TreeSet<>();
    for (JsonNode renamed : panel.path("transformations").findValues("renameByName")) {
      renamed
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (field.startsWith("Value")) {
                  titles.add(renamed.path(field).asText());
                }
              });
    }
    return titles;
  }

  private static Set<String> withUnit(JsonNode panel) {
    return overrides(panel)
        .filter(override -> override.path("properties").findValuesAsText("id").contains("unit"))
        .map(BoardFormTest::column)
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> bars(JsonNode panel) {
    return overrides(panel).filter(override -> override.toString().contains("\"gauge\""));
  }

  private static boolean hasScaleOfItsOwn(JsonNode override) {
    return override.toString().contains("\"fieldMinMax\"");
  }

  /** And none that is scaled on its own, which would be the odd one out. */
  private static boolean hasOnlyBarsOfOneKind(JsonNode panel) {
    return bars(panel)
            .map(BoardFormTest::column)
            .collect(Collectors.toSet())
            .equals(columnsOfFigures(panel))
        && bars(panel).map(BoardFormTest::unit).distinct().count() == 1
        && bars(panel).noneMatch(BoardFormTest::hasScaleOfItsOwn);
  }

  private static String column(JsonNode override) {
    return override.path("matcher").path("options").asText();
  }

  private static String unit(JsonNode override) {
    return CommittedBoard.stream(override.path("properties"))
        .filter(property -> property.path("id").asText().equals("unit"))
        .map(property -> property.path("value").asText())
        .collect(Collectors.joining());
  }

  private static JsonNode defaults(JsonNode panel) {
    return panel.path("fieldConfig").path("defaults");
  }

  private static Stream<JsonNode> overrides(JsonNode panel) {
    return CommittedBoard.stream(panel.path("fieldConfig").path("overrides"));
  }

  private static Stream<Place> places(CommittedBoard board) {
    return board.panelsAndHeadings().stream().map(Place::of);
  }

  private static boolean allDiffer(CommittedBoard board, Function<JsonNode, String> figure) {
    return board.panelsAndHeadings().stream().map(figure).allMatch(new HashSet<>()::add);
  }

  private static CommittedBoard board(String uid) {
    return BOARDS.stream().filter(board -> board.uid().equals(uid)).findFirst().orElseThrow();
  }

  private static JsonNode panel(String uid, String title) {
    return board(uid).panels().stream()
        .filter(panel -> panel.path("title").asText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static void assertNone(Predicate<CommittedBoard> right) {
    assertEquals(
        List.of(), BOARDS.stream().filter(right.negate()).map(CommittedBoard::uid).toList());
  }

  private static void assertNoPanel(Predicate<JsonNode> right) {
    List<String> wrong = new ArrayList<>();
    for (CommittedBoard board : BOARDS) {
      board.panels().stream().filter(right.negate()).map(board::where).forEach(wrong::add);
    }
    assertEquals(List.of(), wrong);
  }
}
