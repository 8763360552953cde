package io.brokerscope.dashboards;

/**
 * What Prometheus is asked.
 *
 * @param legend a series' name, with labels as {@code {{label}}}
 */
record Query(String legend, String expr) {

  static Query of(String legend, String shorthand) {
    return new Query(legend, PromQl.expand(shorthand));
  }
}
