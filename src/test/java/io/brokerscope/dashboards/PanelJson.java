package io.brokerscope.dashboards;

import java.util.List;
import java.util.Map;

/** A panel as Grafana reads it. */
final class PanelJson {
  /** More than any board has panels; few enough for a short number. */
  private static final int IDS = 1_000_000;

  static final Map<String, Object> DATA_SOURCE =
      Json.map("type", "prometheus", "uid", "${datasource}");

  private PanelJson() {}

  static Map<String, Object> of(Panel panel, Map<String, Object> position) {
    Subject subject = panel.subject();
    Map<String, Object> json =
        Json.map(
            "id",
            id(subject.title()),
            "type",
            panel instanceof Chart chart ? chart.kind().grafanaType() : "table",
            "title",
            subject.title(),
            "description",
            subject.description(),
            "gridPos",
            position,
            "datasource",
            DATA_SOURCE);
    if (panel instanceof Chart chart) {
      json.putAll(ChartJson.of(chart));
    } else if (panel instanceof Table table) {
      json.putAll(TableJson.of(table));
    }
    return json;
  }

  static Map<String, Object> row(String title, Map<String, Object> position) {
    return Json.map(
        "id",
        id("row " + title),
        "type",
        "row",
        "title",
        title,
        "gridPos",
        position,
        "collapsed",
        false,
        "panels",
        List.of());
  }

  static Map<String, Object> link(Link link, String kindOfLabels) {
    return Json.map(
        "title", link.board().title(),
        "url", link.url(label -> "${" + kindOfLabels + "." + label + "}"));
  }

  /** Letters as Grafana gives them; no panel has more than 26 queries. */
  static String refId(int index) {
    return Character.toString('A' + index);
  }

  /**
   * Made of the title, so that it stays when panels come and go around it. Java's specification
   * fixes the hash of a text.
   */
  private static int id(String title) {
    return 1 + Math.floorMod(title.hashCode(), IDS);
  }
}
