package io.brokerscope.dashboards.boards;

/** How long requests are held back by quotas of any kind. */
final class Throttling {
  private Throttling() {}

  /**
   * The mean of each kind of request that is held back, in ms: series by client id, whose quotas
   * have no other figure, are off by default. {@code Fetch} is the sum of two other kinds.
   *
   * @param selected {@code :cluster} or {@code :instance}
   */
  static String byRequest(String selected) {
    return """
        sum by (request) (rate(kafka_network_requestmetrics_throttletimems_sum{%1$s,request!='Fetch'}[:rate]))
        / (sum by (request) (rate(kafka_network_requestmetrics_throttletimems_count{%1$s,request!='Fetch'}[:rate])) > 0)
        > 0
        """
        .formatted(selected);
  }
}
