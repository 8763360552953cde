package io.brokerscope.dashboards.boards;

/** How idle the request handlers are, by the formula of the alerts. */
final class Handlers {
  private Handlers() {}

  /**
   * The idle share of each instance. A combined node has the handlers of two roles. From Kafka 4.3
   * on each has a meter; before, one meter adds up both and reads 2 on an idle node.
   *
   * @param selected {@code :cluster} or {@code :instance}
   */
  static String idle(String selected) {
    return """
        max by (instance) (rate(
          kafka_server_kafkarequesthandlerpool_brokerrequesthandleravgidle_seconds_total{%1$s}[:rate]))
        or
        max by (instance) (rate(
          kafka_server_kafkarequesthandlerpool_requesthandleravgidle_seconds_total{%1$s,role!='combined'}[:rate]))
        or
        max by (instance) (rate(
          kafka_server_kafkarequesthandlerpool_requesthandleravgidle_seconds_total{%1$s,role='combined'}[:rate])) / 2
        """
        .formatted(selected);
  }
}
