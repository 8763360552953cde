package io.brokerscope.dashboards;

import io.brokerscope.dashboards.Table.Bars;
import io.brokerscope.dashboards.Table.Fact;
import io.brokerscope.dashboards.Table.Figure;
import io.brokerscope.dashboards.Table.Label;
import io.brokerscope.dashboards.Table.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries, columns and transformations of a table. Grafana gives each query's answer as a frame
 * with the columns Time, the labels, and {@code Value #A} (of a single query {@code Value});
 * "merge" makes one frame of them, "organize" names and orders the columns.
 */
final class TableJson {
  /** Grafana's own is 150, and a dozen columns do not fit. */
  private static final int NARROWEST_COLUMN = 70;

  private final List<Object> targets = new ArrayList<>();
  private final List<Object> overrides = new ArrayList<>();
  private final JsonObject order = Json.object();
  private final JsonObject titles = Json.object();
  private final JsonObject hidden = Json.object().with("Time", true);

  private TableJson() {}

  static JsonObject of(Table table) {
    return new TableJson().json(table);
  }

  private JsonObject json(Table table) {
    table.columns().forEach(this::add);
    overrides.add(links(table));
    return Json.object()
        .with("targets", targets)
        .with(
            "fieldConfig",
            Json.object().with("defaults", defaults(table)).with("overrides", overrides))
        .with("options", Json.object().with("cellHeight", "sm").with("showHeader", true))
        .with("transformations", transformations(table));
  }

  private void add(Table.Column column) {
    if (column instanceof Label label) {
      place(label.label(), label.title());
      if (label.width() > 0) {
        overrides.add(override(label.title(), property("custom.width", label.width())));
      }
    } else if (column instanceof State state) {
      place(state.label(), state.title());
      overrides.add(
          override(
              state.title(),
              property(
                  "mappings", Scale.of(state.names().toArray(Scale.ValueName[]::new)).mappings()),
              property("custom.cellOptions", Json.object().with("type", "color-text"))));
    } else if (column instanceof Figure figure) {
      valueNames(ask(figure.expr())).forEach(name -> place(name, figure.title()));
      overrides.add(override(figure.title(), properties(figure)));
    } else if (column instanceof Fact fact) {
      valueNames(ask(fact.expr())).forEach(name -> hidden.with(name, true));
    }
  }

  private void place(String field, String title) {
    order.with(field, order.size());
    titles.with(field, title);
  }

  private String ask(String expr) {
    String refId = PanelJson.refId(targets.size());
    targets.add(
        Json.object()
            .with("refId", refId)
            .with("datasource", PanelJson.DATA_SOURCE)
            .with("expr", expr)
            .with("format", "table")
            .with("instant", true)
            .with("range", false));
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
    // Else Grafana writes what an empty table means into every cell without a figure.
    properties.add(property("noValue", "–"));
    if (figure.bars() != Bars.NONE) {
      properties.add(
          property(
              "custom.cellOptions", Json.object().with("mode", "basic").with("type", "gauge")));
      properties.add(
          property("color", Json.object().with("fixedColor", "blue").with("mode", "fixed")));
      properties.add(property("min", 0));
      if (figure.bars() == Bars.COLUMNS_LARGEST) {
        // Else Grafana scales the bars by the largest figure of all columns.
        properties.add(property("fieldMinMax", true));
      }
    } else if (!scale.thresholds().none() || !scale.names().isEmpty()) {
      properties.add(property("custom.cellOptions", Json.object().with("type", "color-text")));
      properties.add(
          property(
              "thresholds",
              Json.object().with("mode", "absolute").with("steps", scale.thresholds().json())));
      properties.add(property("mappings", scale.mappings()));
    }
    return properties.toArray();
  }

  private static JsonObject links(Table table) {
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

  private static JsonObject defaults(Table table) {
    JsonObject defaults =
        Json.object()
            .with("unit", table.subject().unit().grafanaId())
            .with("color", Json.object().with("mode", "thresholds"))
            .with(
                "thresholds",
                Json.object().with("mode", "absolute").with("steps", Thresholds.NONE.json()))
            .with(
                "custom",
                Json.object()
                    .with("align", "auto")
                    .with("cellOptions", Json.object().with("type", "auto"))
                    .with("minWidth", NARROWEST_COLUMN));
    if (!table.look().emptyMeans().isEmpty()) {
      defaults.with("noValue", table.look().emptyMeans());
    }
    return defaults;
  }

  private List<Object> transformations(Table table) {
    List<Object> steps = new ArrayList<>();
    steps.add(Json.object().with("id", "merge").with("options", Json.object()));
    steps.add(
        Json.object()
            .with("id", "organize")
            .with(
                "options",
                Json.object()
                    .with("excludeByName", hidden)
                    .with("indexByName", order)
                    .with("renameByName", titles)));
    boolean byFigure =
        table.columns().stream()
            .anyMatch(
                column ->
                    column instanceof Figure figure && figure.title().equals(table.sortedBy()));
    steps.add(
        Json.object()
            .with("id", "sortBy")
            .with(
                "options",
                Json.object()
                    .with(
                        "sort",
                        List.of(
                            Json.object()
                                .with("desc", byFigure)
                                .with("field", table.sortedBy())))));
    return steps;
  }

  private static JsonObject override(String title, Object... properties) {
    return Json.object()
        .with("matcher", Json.object().with("id", "byName").with("options", title))
        .with("properties", List.of(properties));
  }

  private static JsonObject property(String id, Object value) {
    return Json.object().with("id", id).with("value", value);
  }
}
