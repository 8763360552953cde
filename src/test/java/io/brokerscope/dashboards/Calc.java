package io.brokerscope.dashboards;

/** The one figure of a line that its legend shows. */
public enum Calc {
  /** How it is now: nothing for a line that has ended, where "Last *" tells of its past. */
  LAST("last", "Last"),
  MAX("max", "Max"),
  MIN("min", "Min"),
  MEAN("mean", "Mean");

  private final String grafanaId;
  private final String column;

  Calc(String grafanaId, String column) {
    this.grafanaId = grafanaId;
    this.column = column;
  }

  String grafanaId() {
    return grafanaId;
  }

  /** What Grafana calls it in a legend that is a table. */
  String column() {
    return column;
  }
}
