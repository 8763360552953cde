package io.brokerscope.dashboards;

import java.util.List;
import java.util.Map;

/** What stands around the panels of a board: links, variables, annotations, time. */
final class BoardJson {
  /** Classic JSON that every Grafana from 10 on reads and migrates. */
  private static final int SCHEMA_VERSION = 39;

  private static final int SHARED_CROSSHAIR = 1;
  private static final int WHEN_TIME_CHANGES = 2;
  private static final int BY_NAME = 1;

  private BoardJson() {}

  static Map<String, Object> of(Board board) {
    return Json.map(
        "uid", board.id().uid(),
        "title", "Kafka / " + board.id().title(),
        "description", board.question(),
        "tags", List.of("kafka"),
        "schemaVersion", SCHEMA_VERSION,
        "editable", false,
        "graphTooltip", SHARED_CROSSHAIR,
        "refresh", "30s",
        "time", Json.map("from", "now-1h", "to", "now"),
        "timepicker", Json.map(),
        "timezone", "browser",
        "links", List.of(otherBoards()),
        "templating",
            Json.map("list", board.variables().stream().map(BoardJson::variable).toList()),
        "annotations", Json.map("list", Annotations.json()),
        "panels", Grid.panels(board.sections()));
  }

  private static Map<String, Object> otherBoards() {
    return Json.map(
        "type",
        "dashboards",
        "title",
        "Kafka boards",
        "tags",
        List.of("kafka"),
        "asDropdown",
        true,
        "icon",
        "external link",
        "includeVars",
        true,
        "keepTime",
        true,
        "targetBlank",
        false,
        "tooltip",
        "The same cluster and time on another board",
        "url",
        "");
  }

  private static Map<String, Object> variable(Variable variable) {
    if (variable instanceof Variable.Values values) {
      return values(values);
    }
    if (variable instanceof Variable.Choice choice) {
      return choice(choice);
    }
    Variable.DataSource source = (Variable.DataSource) variable;
    return Json.map(
        "name",
        source.name(),
        "label",
        source.label(),
        "type",
        "datasource",
        "query",
        "prometheus",
        "regex",
        "",
        "multi",
        false,
        "includeAll",
        false,
        "refresh",
        1,
        "hide",
        0,
        "current",
        Json.map());
  }

  private static Map<String, Object> values(Variable.Values values) {
    Map<String, Object> json =
        Json.map(
            "name", values.name(),
            "label", values.label(),
            "type", "query",
            "datasource", PanelJson.DATA_SOURCE,
            "definition", values.query(),
            "query", Json.map("query", values.query(), "refId", "StandardVariableQuery"),
            "regex", values.regex(),
            "sort", BY_NAME,
            "multi", values.several(),
            "includeAll", values.several(),
            "refresh", WHEN_TIME_CHANGES,
            "hide", 0);
    if (values.several()) {
      json.put("allValue", ".+");
      json.put("current", Json.map("text", List.of("All"), "value", List.of("$__all")));
    } else {
      json.put("current", chosen(values.preset()));
    }
    return json;
  }

  private static Map<String, Object> choice(Variable.Choice choice) {
    return Json.map(
        "name", choice.name(),
        "label", choice.label(),
        "type", "custom",
        "query", String.join(",", choice.values()),
        "multi", false,
        "includeAll", false,
        "hide", 0,
        "current", chosen(choice.preset()),
        "options",
            choice.values().stream()
                .map(
                    value ->
                        Json.map(
                            "selected", value.equals(choice.preset()),
                            "text", value,
                            "value", value))
                .toList());
  }

  private static Map<String, Object> chosen(String value) {
    return value.isEmpty() ? Json.map() : Json.map("text", value, "value", value);
  }
}
