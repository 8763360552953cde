package io.brokerscope.dashboards;

/** The one figure of a line that its legend shows. */
public enum Calc {
  LAST("lastNotNull"),
  MAX("max"),
  MIN("min"),
  MEAN("mean");

  private final String grafanaId;

  Calc(String grafanaId) {
    this.grafanaId = grafanaId;
  }

  String grafanaId() {
    return grafanaId;
  }
}
