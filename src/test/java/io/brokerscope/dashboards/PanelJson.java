package io.brokerscope.dashboards;

import java.util.List;

/** A panel as Grafana reads it. */
final class PanelJson {
  /** More than any board has panels; few enough for a short number. */
  private static final int IDS = 1_000_000;

  static final JsonObject DATA_SOURCE =
      Json.object().with("type", "prometheus").with("uid", "${datasource}");

  private PanelJson() {}

  static JsonObject of(Panel panel, JsonObject position) {
    Subject subject = panel.subject();
    JsonObject json =
        Json.object()
            .with("id", id(subject.title()))
            .with(
                "type",
                panel instanceof Chart chart ? chart.drawing().kind().grafanaType() : "table")
            .with("title", subject.title())
            .with("description", subject.description())
            .with("gridPos", position)
            .with("datasource", DATA_SOURCE);
    if (panel instanceof Chart chart) {
      json.withAll(ChartJson.of(chart));
    } else if (panel instanceof Table table) {
      json.withAll(TableJson.of(table));
    }
    return json;
  }

  static JsonObject row(String title, JsonObject position) {
    return Json.object()
        .with("id", id("row " + title))
        .with("type", "row")
        .with("title", title)
        .with("gridPos", position)
        .with("collapsed", false)
        .with("panels", List.of());
  }

  static JsonObject link(Link link, String kindOfLabels) {
    return Json.object()
        .with("title", link.board().title())
        .with("url", link.url(label -> "${" + kindOfLabels + "." + label + "}"));
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
