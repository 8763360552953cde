package io.brokerscope.dashboards;

import java.util.ArrayList;
import java.util.List;

/** Queries, field settings and options of charts. */
final class ChartJson {
  /** Less than half of a panel that has a third of the board. */
  private static final int SIDE_LEGEND_PIXELS = 240;

  /** The answer to an instant query; not a number counts as no answer. */
  private static final JsonObject ONLY_VALUE =
      Json.object().with("calcs", List.of("lastNotNull")).with("fields", "").with("values", false);

  /**
   * In the legend, for a line without a last value. Else what no line at all means stands there.
   */
  private static final JsonObject ENDED =
      Json.object()
          .with("type", "special")
          .with(
              "options",
              Json.object().with("match", "null").with("result", Json.object().with("text", "–")));

  private ChartJson() {}

  static JsonObject of(Chart chart) {
    return Json.object()
        .with("targets", targets(chart))
        .with(
            "fieldConfig",
            Json.object().with("defaults", defaults(chart)).with("overrides", List.of()))
        .with("options", options(chart));
  }

  private static List<Object> targets(Chart chart) {
    List<Object> targets = new ArrayList<>();
    boolean instant = chart.drawing().kind().instant();
    for (Query query : chart.queries()) {
      targets.add(
          Json.object()
              .with("refId", PanelJson.refId(targets.size()))
              .with("datasource", PanelJson.DATA_SOURCE)
              .with("expr", query.expr())
              .with("legendFormat", query.legend())
              .with("instant", instant)
              .with("range", !instant));
    }
    return targets;
  }

  private static JsonObject defaults(Chart chart) {
    Scale scale = chart.scale();
    JsonObject defaults =
        Json.object()
            .with("unit", scale.unit().grafanaId())
            .with("color", color(chart))
            .with(
                "thresholds",
                Json.object().with("mode", "absolute").with("steps", scale.thresholds().json()))
            .with("mappings", mappings(chart))
            .with(
                "links",
                chart.subject().links().stream()
                    .map(link -> PanelJson.link(link, "__field.labels"))
                    .toList())
            .with("custom", custom(chart));
    if (chart.drawing().kind() == Chart.Kind.BARS) {
      defaults.with("min", 0);
    }
    scale.max().ifPresent(max -> defaults.with("max", Json.number(max)));
    if (!chart.look().emptyMeans().isEmpty()) {
      defaults.with("noValue", chart.look().emptyMeans());
    }
    return defaults;
  }

  private static List<Object> mappings(Chart chart) {
    List<Object> mappings = new ArrayList<>(chart.scale().mappings());
    if (chart.drawing().kind().drawsLines() && chart.drawing().calc() == Calc.LAST) {
      mappings.add(ENDED);
    }
    return mappings;
  }

  private static JsonObject color(Chart chart) {
    return switch (chart.drawing().kind()) {
      case LINES, STACK, MANY_LINES, RANKED_LINES -> Json.object().with("mode", "palette-classic");
      case BARS ->
          chart.scale().thresholds().none()
              ? Json.object().with("mode", "fixed").with("fixedColor", "blue")
              : Json.object().with("mode", "thresholds");
      case STAT, STATES -> Json.object().with("mode", "thresholds");
    };
  }

  private static JsonObject custom(Chart chart) {
    return switch (chart.drawing().kind()) {
      case STAT, BARS -> Json.object();
      case STATES -> Json.object().with("fillOpacity", 80).with("lineWidth", 0);
      case LINES, STACK, MANY_LINES, RANKED_LINES -> {
        boolean stacked = chart.drawing().kind() == Chart.Kind.STACK;
        yield Json.object()
            .with("drawStyle", "line")
            .with("lineWidth", 1)
            .with("fillOpacity", stacked ? 40 : 5)
            .with("showPoints", "auto")
            .with("spanNulls", false)
            .with("axisSoftMin", 0)
            .with("axisSoftMax", Json.number(chart.scale().unit().littleOfIt()))
            .with(
                "stacking",
                Json.object().with("group", "A").with("mode", stacked ? "normal" : "none"))
            .with(
                "thresholdsStyle",
                Json.object().with("mode", chart.scale().thresholds().none() ? "off" : "dashed"));
      }
    };
  }

  private static JsonObject options(Chart chart) {
    return switch (chart.drawing().kind()) {
      case LINES, STACK ->
          Json.object().with("legend", legend(chart, "list", "bottom")).with("tooltip", tooltip());
      case MANY_LINES ->
          Json.object()
              .with("legend", ranking(chart, "right").with("width", SIDE_LEGEND_PIXELS))
              .with("tooltip", tooltip());
      case RANKED_LINES ->
          Json.object().with("legend", ranking(chart, "bottom")).with("tooltip", tooltip());
      case STAT ->
          Json.object()
              .with("colorMode", colored(chart.scale()) ? "background" : "value")
              .with("graphMode", "none")
              .with("justifyMode", "auto")
              .with("orientation", "auto")
              .with("reduceOptions", ONLY_VALUE)
              .with("textMode", "auto");
      case BARS ->
          Json.object()
              .with("displayMode", "basic")
              .with("orientation", "horizontal")
              .with("reduceOptions", ONLY_VALUE)
              .with("showUnfilled", true)
              .with("text", Json.object().with("titleSize", 12).with("valueSize", 14))
              .with("valueMode", "color");
      case STATES ->
          Json.object()
              .with("alignValue", "left")
              .with("mergeValues", true)
              .with("rowHeight", 0.8)
              .with("showValue", "auto")
              .with("legend", legend(chart, "list", "bottom"))
              .with("tooltip", tooltip());
    };
  }

  private static boolean colored(Scale scale) {
    return !scale.thresholds().none() || !scale.names().isEmpty();
  }

  private static JsonObject legend(Chart chart, String displayMode, String placement) {
    return Json.object()
        .with("calcs", List.of(chart.drawing().calc().grafanaId()))
        .with("displayMode", displayMode)
        .with("placement", placement)
        .with("showLegend", true);
  }

  /** A table with the worst on top: the least where the least is what matters. */
  private static JsonObject ranking(Chart chart, String placement) {
    Calc calc = chart.drawing().calc();
    return legend(chart, "table", placement)
        .with("sortBy", calc.column())
        .with("sortDesc", calc != Calc.MIN);
  }

  private static JsonObject tooltip() {
    return Json.object().with("mode", "multi").with("sort", "desc");
  }
}
