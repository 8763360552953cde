package io.brokerscope.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A board as it lies in grafana-dashboards: what a user gets, whatever made it. */
record CommittedBoard(Path file, JsonNode json) {
  private static final Path FOLDER = Path.of("grafana-dashboards");
  private static final Pattern SELECTOR_OF_VARIABLE =
      Pattern.compile("label_values\\((.*), *(\\w+)\\)");
  private static final Pattern USED_VARIABLE = Pattern.compile("\\$(?:\\{)?([a-zA-Z]\\w*)");

  /** PromQL, and where on the board it stands. */
  record Question(String where, String expr) {
    /** With ordinary values for Grafana's variables. */
    String filledIn() {
      return expr.replace("$__rate_interval", "5m")
          .replace("$__range", "1h")
          .replace("$__from", "0")
          .replaceAll("\\$[a-zA-Z]\\w*", "x");
    }
  }

  /** A link from a panel. */
  record PanelLink(JsonNode panel, String url) {}

  static List<CommittedBoard> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<CommittedBoard> boards = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        boards.add(new CommittedBoard(file, new ObjectMapper().readTree(file.toFile())));
      }
      return boards;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uid() {
    return json.path("uid").asText();
  }

  /** Those that show something; headings are none. */
  List<JsonNode> panels() {
    return stream(json.path("panels")).filter(panel -> !type(panel).equals("row")).toList();
  }

  List<JsonNode> panelsAndHeadings() {
    return stream(json.path("panels")).toList();
  }

  List<JsonNode> variables() {
    return stream(json.path("templating").path("list")).toList();
  }

  Set<String> variableNames() {
    Set<String> names = new TreeSet<>();
    variables().forEach(variable -> names.add(variable.path("name").asText()));
    return names;
  }

  /** What stands beside a variable's values. */
  String labelOf(String variable) {
    return variables().stream()
        .filter(each -> each.path("name").asText().equals(variable))
        .map(each -> each.path("label").asText())
        .findFirst()
        .orElseThrow();
  }

  /** Of panels and annotations. */
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (JsonNode panel : panels()) {
      stream(panel.path("targets"))
          .forEach(
              target -> questions.add(new Question(where(panel), target.path("expr").asText())));
    }
    stream(json.path("annotations").path("list"))
        .forEach(
            mark ->
                questions.add(
                    new Question(where(mark.path("name").asText()), mark.path("expr").asText())));
    return questions;
  }

  /** What variables select their values from. */
  List<Question> selectors() {
    List<Question> selectors = new ArrayList<>();
    for (JsonNode variable : variables()) {
      Matcher query = SELECTOR_OF_VARIABLE.matcher(definition(variable));
      if (query.matches()) {
        selectors.add(new Question(where(variable.path("name").asText()), query.group(1)));
      }
    }
    return selectors;
  }

  /** What a variable asks for; empty if it has fixed values. */
  static String definition(JsonNode variable) {
    return variable.path("query").path("query").asText();
  }

  /** Links for whole panels, and those of single columns. */
  List<PanelLink> links() {
    List<PanelLink> links = new ArrayList<>();
    for (JsonNode panel : panels()) {
      panel
          .path("fieldConfig")
          .findValuesAsText("url")
          .forEach(url -> links.add(new PanelLink(panel, url)));
    }
    return links;
  }

  String where(JsonNode panel) {
    return where(panel.path("title").asText());
  }

  private String where(String part) {
    return uid() + ": " + part;
  }

  static String type(JsonNode panel) {
    return panel.path("type").asText();
  }

  /** Names of the board's own variables in a text; Grafana's begin with underscores. */
  static Set<String> variablesIn(String text) {
    Set<String> names = new TreeSet<>();
    USED_VARIABLE.matcher(text).results().forEach(use -> names.add(use.group(1)));
    return names;
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
