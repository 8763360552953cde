package io.brokerscope.demo;

import java.util.List;

/**
 * What one node's /metrics said.
 *
 * @param timeNanos of System.nanoTime
 */
record BrokerReading(long timeNanos, MetricsPage page) {

  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final String REPLICAS = "kafka_server_replicamanager_";
  private static final String CONTROLLER = "kafka_controller_kafkacontroller_";

  /** The titles of {@link #row}'s cells. */
  static final List<String> TITLES =
      List.of(
          "controller",
          "partitions",
          "leaders",
          "URP",
          "offline",
          "idle %",
          "in B/s",
          "out B/s",
          "in msg/s",
          "scrape ms");

  /** One cell per title; rates are since the earlier reading of the same node. */
  List<String> row(BrokerReading earlier) {
    return List.of(
        page.value(CONTROLLER + "activecontrollercount") == 1 ? "active" : "-",
        whole(page.value(REPLICAS + "partitioncount")),
        whole(page.value(REPLICAS + "leadercount")),
        whole(page.value(REPLICAS + "underreplicatedpartitions")),
        whole(page.value(CONTROLLER + "offlinepartitionscount")),
        tenths(idlePercent(earlier)),
        whole(rate(TOPICS + "bytesin_total", earlier)),
        whole(rate(TOPICS + "bytesout_total", earlier)),
        whole(rate(TOPICS + "messagesin_total", earlier)),
        tenths(1000 * page.value("jmx_scrape_duration_seconds")));
  }

  /**
   * A handler thread counts its idle time when it ends, so a short span may seem longer than it is.
   */
  private double idlePercent(BrokerReading earlier) {
    String idle = "kafka_server_kafkarequesthandlerpool_requesthandleravgidle_seconds_total";
    return Math.min(100, 100 * rate(idle, earlier));
  }

  private double rate(String counter, BrokerReading earlier) {
    double seconds = (timeNanos - earlier.timeNanos) / 1e9;
    return (page.value(counter) - earlier.page.value(counter)) / seconds;
  }

  static String whole(double value) {
    return Double.isNaN(value) ? "?" : "%,.0f".formatted(value);
  }

  static String tenths(double value) {
    return Double.isNaN(value) ? "?" : "%.1f".formatted(value);
  }
}
