package io.brokerscope.dashboards;

import io.brokerscope.dashboards.Table.Fact;
import io.brokerscope.dashboards.Table.Figure;
import io.brokerscope.dashboards.Table.Label;
import io.brokerscope.dashboards.Table.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Queries, columns and transformations of a table. Grafana gives each query's answer as a frame
 * with the columns Time, the labels, and {@code Value #A} (of a single query {@code Value});
 * "merge" makes one frame of them, "organize" names and orders the columns.
 */
final class TableJson {
  private final List<Object> targets = new ArrayList<>();
  private final List<Object> overrides = new ArrayList<>();
  private final Map<String, Object> order = Json.map();
  private final Map<String, Object> titles = Json.map();
  private final Map<String, Object> hidden = Json.map("Time", true);

  private TableJson() {}

  static Map<String, Object> of(Table table) {
    return new TableJson().json(table);
  }

  private Map<String, Object> json(Table table) {
    table.columns().forEach(this::add);
    overrides.add(links(table));
    return Json.map(
        "targets", targets,
        "fieldConfig", Json.map("defaults", defaults(table), "overrides", overrides),
        "options", Json.map("cellHeight", "sm", "showHeader", true),
        "transformations", transformations(table));
  }

  private void add(Table.Column column) {
    if (column instanceof Label label) {
      place(label.label(), label.title());
    } else if (column instanceof State state) {
      place(state.label(), state.title());
      overrides.add(
          override(
              state.title(),
              property(
                  "mappings", Scale.of(state.names().toArray(Scale.ValueName[]::new)).mappings()),
              property("custom.cellOptions", Json.map("type", "color-text"))));
    } else if (column instanceof Figure figure) {
      valueNames(ask(figure.expr())).forEach(name -> place(name, figure.title()));
      overrides.add(override(figure.title(), properties(figure)));
    } else if (column instanceof Fact fact) {
      valueNames(ask(fact.expr())).forEach(name -> hidden.put(name, true));
    }
  }

  private void place(String field, String title) {
    order.put(field, order.size());
    titles.put(field, title);
  }

  private String ask(String expr) {
    String refId = PanelJson.refId(targets.size());
    targets.add(
        Json.map(
            "refId",
            refId,
            "datasource",
            PanelJson.DATA_SOURCE,
            "expr",
            expr,
            "format",
            "table",
            "instant",
            true,
            "range",
            false));
    return refId;
  }

  /** The second is the name in a table of one query. */
  private static List<String> valueNames(String refId) {
    return refId.equals("A") ? List.of("Value #A", "Value") : List.of("Value #" + refId);
  }

  private static Object[] properties(Figure figure) {
    Scale scale = figure.scale();
    List<Object> properties = new ArrayList<>();
    properties.add(property("unit", scale.unit().grafanaId()));
    if (figure.bar()) {
      properties.add(property("custom.cellOptions", Json.map("mode", "basic", "type", "gauge")));
      properties.add(property("color", Json.map("fixedColor", "blue", "mode", "fixed")));
      properties.add(property("min", 0));
      // Else Grafana scales the bars by the largest figure of all columns.
      properties.add(property("fieldMinMax", true));
    } else if (!scale.thresholds().none() || !scale.names().isEmpty()) {
      properties.add(property("custom.cellOptions", Json.map("type", "color-text")));
      properties.add(
          property("thresholds", Json.map("mode", "absolute", "steps", scale.thresholds().json())));
      properties.add(property("mappings", scale.mappings()));
    }
    return properties.toArray();
  }

  private static Map<String, Object> links(Table table) {
    String first =
        table.columns().stream()
            .filter(Label.class::isInstance)
            .map(column -> ((Label) column).title())
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(table.subject().title() + ": no label"));
    return override(
        first,
        property(
            "links",
            table.subject().links().stream()
                .map(link -> PanelJson.link(link, "__data.fields"))
                .toList()));
  }

  private static Map<String, Object> defaults(Table table) {
    Map<String, Object> defaults =
        Json.map(
            "unit", table.subject().unit().grafanaId(),
            "color", Json.map("mode", "thresholds"),
            "thresholds", Json.map("mode", "absolute", "steps", Thresholds.NONE.json()),
            "custom", Json.map("align", "auto", "cellOptions", Json.map("type", "auto")));
    if (!table.look().emptyMeans().isEmpty()) {
      defaults.put("noValue", table.look().emptyMeans());
    }
    return defaults;
  }

  private List<Object> transformations(Table table) {
    List<Object> steps = new ArrayList<>();
    steps.add(Json.map("id", "merge", "options", Json.map()));
    steps.add(
        Json.map(
            "id",
            "organize",
            "options",
            Json.map("excludeByName", hidden, "indexByName", order, "renameByName", titles)));
    boolean byFigure =
        table.columns().stream()
            .anyMatch(
                column ->
                    column instanceof Figure figure && figure.title().equals(table.sortedBy()));
    steps.add(
        Json.map(
            "id",
            "sortBy",
            "options",
            Json.map("sort", List.of(Json.map("desc", byFigure, "field", table.sortedBy())))));
    return steps;
  }

  private static Map<String, Object> override(String title, Object... properties) {
    return Json.map(
        "matcher", Json.map("id", "byName", "options", title), "properties", List.of(properties));
  }

  private static Map<String, Object> property(String id, Object value) {
    return Json.map("id", id, "value", value);
  }
}
