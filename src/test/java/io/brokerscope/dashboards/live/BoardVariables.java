package io.brokerscope.dashboards.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A board's variables with the values Grafana gives them when the board is opened for the first
 * time: what was saved with it, else All where there is one, else the first value.
 */
final class BoardVariables {
  /** Not $1: that is for label_replace. */
  private static final Pattern USE =
      Pattern.compile("\\$(?:([a-zA-Z_]\\w*)|\\{(?<braced>\\w+)(?::(?<format>\\w+))?\\})");

  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((?<selector>.+),\\s*(?<label>\\w+)\\)", Pattern.DOTALL);

  private static final Pattern SPECIAL_IN_REGEX = Pattern.compile("[$^*{}\\[\\]'+?.()|\\\\]");

  private final Recording recording;
  private final Map<String, String> texts = new HashMap<>();

  private BoardVariables(Recording recording) {
    this.recording = recording;
  }

  static BoardVariables of(BoardFile board, Recording recording)
      throws IOException, InterruptedException {
    BoardVariables variables = new BoardVariables(recording);
    variables.addBuiltIns();
    for (JsonNode variable : board.variables()) {
      variables.add(variable);
    }
    return variables;
  }

  /** The text as it is sent to Prometheus. */
  String replacedIn(String text) {
    return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use, text)));
  }

  private String value(MatchResult use, String text) {
    String name = use.group(1) == null ? use.group(2) : use.group(1);
    String value = texts.get(name);
    if (value == null || use.group(3) != null) {
      throw new IllegalArgumentException(
          "'%s' in '%s': expected one of %s, without a format"
              .formatted(use.group(), text, texts.keySet()));
    }
    return value;
  }

  /** On a screen there is a point for each scrape: all was recorded within minutes. */
  private void addBuiltIns() {
    long scrapeSeconds = Recording.SCRAPE_INTERVAL.toSeconds();
    texts.put("__interval", scrapeSeconds + "s");
    texts.put("__rate_interval", 4 * scrapeSeconds + "s");
    texts.put("__range", recording.length().toSeconds() + "s");
  }

  private void add(JsonNode variable) throws IOException, InterruptedException {
    String name = variable.path("name").asText();
    switch (variable.path("type").asText()) {
      case "datasource" -> texts.put(name, "prometheus");
      case "query" -> texts.put(name, chosen(variable, values(variable)));
      case "custom" ->
          texts.put(name, chosen(variable, List.of(variable.path("query").asText().split(","))));
      default ->
          throw new IllegalArgumentException(
              "variable %s: its type is %s; this test knows datasource, query and custom"
                  .formatted(name, variable.path("type").asText()));
    }
  }

  private List<String> values(JsonNode variable) throws IOException, InterruptedException {
    String query = variable.path("query").path("query").asText(variable.path("query").asText());
    Matcher matcher = LABEL_VALUES.matcher(replacedIn(query));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "variable %s: found '%s', this test knows label_values(selector, label)"
              .formatted(variable.path("name").asText(), query));
    }
    List<String> values = recording.labelValues(matcher.group("label"), matcher.group("selector"));
    if (values.isEmpty()) {
      throw new IllegalStateException("no value: " + matcher.group());
    }
    String regex = variable.path("regex").asText();
    return regex.isEmpty() ? values : parts(values, regex);
  }

  /**
   * What the regular expression's first group, if it has one, finds in each value.
   *
   * @param regex between slashes
   */
  private static List<String> parts(List<String> values, String regex) {
    Pattern pattern = Pattern.compile(regex.substring(1, regex.length() - 1));
    return values.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> found.groupCount() > 0 ? found.group(1) : found.group())
        .distinct()
        .toList();
  }

  private static String chosen(JsonNode variable, List<String> values) {
    JsonNode current = variable.path("current").path("value");
    String saved = current.path(0).asText(current.asText());
    boolean all = variable.path("includeAll").asBoolean();
    if (!saved.isEmpty() && !saved.equals("$__all")) {
      return saved;
    }
    if (!all) {
      return values.get(0).strip();
    }
    String allValue = variable.path("allValue").asText();
    return allValue.isEmpty() ? alternatives(values) : allValue;
  }

  /** As Grafana writes several values into a regular expression in a PromQL text. */
  private static String alternatives(List<String> values) {
    return values.stream()
        .map(value -> SPECIAL_IN_REGEX.matcher(value).replaceAll("\\\\\\\\$0"))
        .collect(Collectors.joining("|", "(", ")"));
  }
}
