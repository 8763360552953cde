package io.brokerscope.dashboards;

import java.util.List;

/** Marks on the time axis of every board, so that a bend in a line can be told from its cause. */
final class Annotations {
  private Annotations() {}

  static List<Object> json() {
    return List.of(
        // The value is the time, so a restart has one mark wherever the board is zoomed to.
        annotation(
            "Broker restarts",
            "blue",
            "max by (instance) (kafka_server_start_time_seconds{:cluster}) * 1000 > $__from",
            Json.object()
                .with("titleFormat", "Start of {{instance}}")
                .with("textFormat", "The node started")
                .with("useValueForTime", true)),
        // By the epoch that the cluster has, since a node that starts comes from epoch 0.
        annotation(
            "Controller changes",
            "purple",
            """
            changes(
              max by (kafka_cluster) (kafka_server_raft_metrics_current_epoch{:cluster})
              [$__rate_interval:15s]) > 0
            """,
            Json.object()
                .with("titleFormat", "Controller election")
                .with("textFormat", "The quorum elected a controller")
                .with("useValueForTime", false)),
        annotation(
            "Pages",
            "red",
            "max by (alertname) (ALERTS{:cluster,alertstate='firing',severity='page'})",
            Json.object()
                .with("titleFormat", "{{alertname}}")
                .with("textFormat", "Somebody is paged")
                .with("useValueForTime", false)));
  }

  private static JsonObject annotation(
      String name, String color, String shorthand, JsonObject texts) {
    JsonObject json =
        Json.object()
            .with("name", name)
            .with("datasource", PanelJson.DATA_SOURCE)
            .with("enable", true)
            .with("hide", false)
            .with("iconColor", color)
            .with("expr", PromQl.expand(shorthand))
            .with("step", "15s");
    json.withAll(texts);
    return json;
  }
}
