package io.brokerscope.dashboards;

import java.util.List;
import java.util.Map;

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
            Json.map(
                "titleFormat", "Start of {{instance}}",
                "textFormat", "The node started",
                "useValueForTime", true)),
        // By the epoch that the cluster has, since a node that starts comes from epoch 0.
        annotation(
            "Controller changes",
            "purple",
            """
            changes(
              max by (kafka_cluster) (kafka_server_raft_metrics_current_epoch{:cluster})
              [$__rate_interval:15s]) > 0
            """,
            Json.map(
                "titleFormat", "Controller election",
                "textFormat", "The quorum elected a controller",
                "useValueForTime", false)),
        annotation(
            "Pages",
            "red",
            "max by (alertname) (ALERTS{:cluster,alertstate='firing',severity='page'})",
            Json.map(
                "titleFormat", "{{alertname}}",
                "textFormat", "Somebody is paged",
                "useValueForTime", false)));
  }

  private static Map<String, Object> annotation(
      String name, String color, String shorthand, Map<String, Object> texts) {
    Map<String, Object> json =
        Json.map(
            "name",
            name,
            "datasource",
            PanelJson.DATA_SOURCE,
            "enable",
            true,
            "hide",
            false,
            "iconColor",
            color,
            "expr",
            PromQl.expand(shorthand),
            "step",
            "15s");
    json.putAll(texts);
    return json;
  }
}
