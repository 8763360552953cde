package io.brokerscope.dashboards;

/** What a figure is measured in, by Grafana's name of it. */
public enum Unit {
  /** A plain number; thousands become K. */
  COUNT("short"),
  /** A number that is never shortened, such as an id or an offset. */
  EXACT("none"),
  /** 0 to 1, shown as percent. */
  SHARE("percentunit"),
  BYTES("bytes"),
  BYTES_PER_SECOND("binBps"),
  MESSAGES_PER_SECOND("mps"),
  REQUESTS_PER_SECOND("reqps"),
  OPERATIONS_PER_SECOND("ops"),
  COUNTS_PER_SECOND("cps"),
  MILLISECONDS("ms"),
  SECONDS("s");

  private final String grafanaId;

  Unit(String grafanaId) {
    this.grafanaId = grafanaId;
  }

  String grafanaId() {
    return grafanaId;
  }
}
