package io.brokerscope.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Queries, field settings and options of charts. */
final class ChartJson {
  private static final Map<String, Object> LAST_VALUE =
      Json.map("calcs", List.of(Calc.LAST.grafanaId()), "fields", "", "values", false);

  private ChartJson() {}

  static Map<String, Object> of(Chart chart) {
    return Json.map(
        "targets", targets(chart),
        "fieldConfig", Json.map("defaults", defaults(chart), "overrides", List.of()),
        "options", options(chart));
  }

  private static List<Object> targets(Chart chart) {
    List<Object> targets = new ArrayList<>();
    boolean instant = chart.kind().instant();
    for (Query query : chart.queries()) {
      targets.add(
          Json.map(
              "refId",
              PanelJson.refId(targets.size()),
              "datasource",
              PanelJson.DATA_SOURCE,
              "expr",
              query.expr(),
              "legendFormat",
              query.legend(),
              "instant",
              instant,
              "range",
              !instant));
    }
    return targets;
  }

  private static Map<String, Object> defaults(Chart chart) {
    Scale scale = chart.scale();
    Map<String, Object> defaults =
        Json.map(
            "unit", scale.unit().grafanaId(),
            "color", color(chart),
            "thresholds", Json.map("mode", "absolute", "steps", scale.thresholds().json()),
            "mappings", scale.mappings(),
            "links",
                chart.subject().links().stream()
                    .map(link -> PanelJson.link(link, "__field.labels"))
                    .toList(),
            "custom", custom(chart));
    if (chart.kind() == Chart.Kind.BARS) {
      defaults.put("min", 0);
    }
    scale.max().ifPresent(max -> defaults.put("max", Json.number(max)));
    if (!chart.look().emptyMeans().isEmpty()) {
      defaults.put("noValue", chart.look().emptyMeans());
    }
    return defaults;
  }

  private static Map<String, Object> color(Chart chart) {
    return switch (chart.kind()) {
      case LINES, STACK, MANY_LINES -> Json.map("mode", "palette-classic");
      case BARS ->
          chart.scale().thresholds().none()
              ? Json.map("mode", "fixed", "fixedColor", "blue")
              : Json.map("mode", "thresholds");
      case STAT, STATES -> Json.map("mode", "thresholds");
    };
  }

  private static Map<String, Object> custom(Chart chart) {
    return switch (chart.kind()) {
      case STAT, BARS -> Json.map();
      case STATES -> Json.map("fillOpacity", 80, "lineWidth", 0);
      case LINES, STACK, MANY_LINES -> {
        boolean stacked = chart.kind() == Chart.Kind.STACK;
        yield Json.map(
            "drawStyle",
            "line",
            "lineWidth",
            1,
            "fillOpacity",
            stacked ? 40 : 5,
            "showPoints",
            "auto",
            "spanNulls",
            false,
            "axisSoftMin",
            0,
            "stacking",
            Json.map("group", "A", "mode", stacked ? "normal" : "none"),
            "thresholdsStyle",
            Json.map("mode", chart.scale().thresholds().none() ? "off" : "dashed"));
      }
    };
  }

  private static Map<String, Object> options(Chart chart) {
    return switch (chart.kind()) {
      case LINES, STACK ->
          Json.map("legend", legend(chart, "list", "bottom"), "tooltip", tooltip());
      case MANY_LINES -> Json.map("legend", legend(chart, "table", "right"), "tooltip", tooltip());
      case STAT ->
          Json.map(
              "colorMode", colored(chart.scale()) ? "background" : "value",
              "graphMode", "none",
              "justifyMode", "auto",
              "orientation", "auto",
              "reduceOptions", LAST_VALUE,
              "textMode", "auto");
      case BARS ->
          Json.map(
              "displayMode", "basic",
              "orientation", "horizontal",
              "reduceOptions", LAST_VALUE,
              "showUnfilled", true,
              "valueMode", "color");
      case STATES ->
          Json.map(
              "alignValue",
              "left",
              "mergeValues",
              true,
              "rowHeight",
              0.8,
              "showValue",
              "auto",
              "legend",
              legend(chart, "list", "bottom"),
              "tooltip",
              tooltip());
    };
  }

  private static boolean colored(Scale scale) {
    return !scale.thresholds().none() || !scale.names().isEmpty();
  }

  private static Map<String, Object> legend(Chart chart, String displayMode, String placement) {
    return Json.map(
        "calcs",
        List.of(chart.calc().grafanaId()),
        "displayMode",
        displayMode,
        "placement",
        placement,
        "showLegend",
        true);
  }

  private static Map<String, Object> tooltip() {
    return Json.map("mode", "multi", "sort", "desc");
  }
}
