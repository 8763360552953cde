package io.brokerscope.dashboards;

/** What a figure is measured in, by Grafana's name of it. */
public enum Unit {
  /** A plain number; thousands become K. */
  COUNT("short", 1),
  /** A number that is never shortened, such as an id or an offset. */
  EXACT("none", 1),
  /** 0 to 1, shown as percent. */
  SHARE("percentunit", 0.1),
  BYTES("bytes", 1),
  BYTES_PER_SECOND("binBps", 1),
  MESSAGES_PER_SECOND("mps", 1),
  REQUESTS_PER_SECOND("reqps", 1),
  COUNTS_PER_SECOND("cps", 0.1),
  MILLISECONDS("ms", 1),
  SECONDS("s", 0.01);

  private final String grafanaId;
  private final double littleOfIt;

  Unit(String grafanaId, double littleOfIt) {
    this.grafanaId = grafanaId;
    this.littleOfIt = littleOfIt;
  }

  String grafanaId() {
    return grafanaId;
  }

  /**
   * How far an axis goes at least: for a line at 0 Grafana's goes to 100, as percent to 10,000 %.
   */
  double littleOfIt() {
    return littleOfIt;
  }
}
