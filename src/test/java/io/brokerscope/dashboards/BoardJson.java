package io.brokerscope.dashboards;

import java.util.List;
import java.util.Optional;

/** What stands around the panels of a board: links, variables, annotations, time. */
final class BoardJson {
  /** Classic JSON that every Grafana from 10 on reads and migrates. */
  private static final int SCHEMA_VERSION = 39;

  private static final int SHARED_CROSSHAIR = 1;
  private static final int WHEN_TIME_CHANGES = 2;
  private static final int BY_NAME = 1;
  private static final int HIDDEN = 2;

  private BoardJson() {}

  static JsonObject of(Board board) {
    return Json.object()
        .with("uid", board.id().uid())
        .with("title", "Kafka / " + board.id().title())
        .with("description", board.question())
        .with("tags", List.of("kafka"))
        .with("schemaVersion", SCHEMA_VERSION)
        .with("editable", false)
        .with("graphTooltip", SHARED_CROSSHAIR)
        .with("refresh", "30s")
        .with("time", Json.object().with("from", "now-1h").with("to", "now"))
        .with("timepicker", Json.object())
        .with("timezone", "browser")
        .with("links", List.of(otherBoards()))
        .with(
            "templating",
            Json.object()
                .with("list", board.variables().stream().map(BoardJson::variable).toList()))
        .with("annotations", Json.object().with("list", Annotations.json()))
        .with("panels", Grid.panels(board.sections()));
  }

  private static JsonObject otherBoards() {
    return Json.object()
        .with("type", "dashboards")
        .with("title", "Kafka boards")
        .with("tags", List.of("kafka"))
        .with("asDropdown", true)
        .with("icon", "external link")
        .with("includeVars", true)
        .with("keepTime", true)
        .with("targetBlank", false)
        .with("tooltip", "The same cluster and time on another board")
        .with("url", "");
  }

  private static JsonObject variable(Variable variable) {
    if (variable instanceof Variable.Values values) {
      return values(values);
    }
    if (variable instanceof Variable.Following following) {
      return following(following);
    }
    if (variable instanceof Variable.Choice choice) {
      return choice(choice);
    }
    Variable.DataSource source = (Variable.DataSource) variable;
    return Json.object()
        .with("name", source.name())
        .with("label", source.label())
        .with("type", "datasource")
        .with("query", "prometheus")
        .with("regex", "")
        .with("multi", false)
        .with("includeAll", false)
        .with("refresh", 1)
        .with("hide", 0);
  }

  private static JsonObject values(Variable.Values values) {
    boolean several = values.preset().isEmpty();
    JsonObject json =
        Json.object()
            .with("name", values.name())
            .with("label", values.label())
            .with("type", "query")
            .with("datasource", PanelJson.DATA_SOURCE)
            .with(
                "query",
                Json.object().with("query", values.query()).with("refId", "StandardVariableQuery"))
            .with("regex", values.regex())
            .with("sort", BY_NAME)
            .with("multi", several)
            .with("includeAll", several)
            .with("refresh", WHEN_TIME_CHANGES)
            .with("hide", 0);
    if (several) {
      json.with("allValue", ".+");
      json.with(
          "current", Json.object().with("text", List.of("All")).with("value", List.of("$__all")));
    } else if (!values.preset().get().isEmpty()) {
      json.with("current", chosen(values.preset().get()));
    }
    return json;
  }

  private static JsonObject following(Variable.Following following) {
    Variable.Values all =
        new Variable.Values(
            following.name(),
            following.name(),
            following.query(),
            following.regex(),
            Optional.empty());
    // Without a value for all, all are those that follow and no others.
    return values(all).with("allValue", "").with("hide", HIDDEN);
  }

  private static JsonObject choice(Variable.Choice choice) {
    return Json.object()
        .with("name", choice.name())
        .with("label", choice.label())
        .with("type", "custom")
        .with("query", String.join(",", choice.values()))
        .with("multi", false)
        .with("includeAll", false)
        .with("hide", 0)
        .with("current", chosen(choice.preset()))
        .with(
            "options",
            choice.values().stream()
                .map(
                    value ->
                        Json.object()
                            .with("selected", value.equals(choice.preset()))
                            .with("text", value)
                            .with("value", value))
                .toList());
  }

  private static JsonObject chosen(String value) {
    return Json.object().with("text", value).with("value", value);
  }
}
