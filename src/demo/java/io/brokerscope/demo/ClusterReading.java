package io.brokerscope.demo;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the monitor's /metrics said of the cluster as a whole. */
record ClusterReading(MetricsPage page) {

  /** Of a monitor that was not asked yet. */
  static final ClusterReading NONE = new ClusterReading(MetricsPage.empty());

  private static final String LAG_MESSAGES = "kafka_consumergroup_group_sum_lag";
  private static final String LAG_SECONDS = "kafka_consumergroup_group_max_lag_seconds";
  private static final String CANARY = "kafka_canary_";
  private static final String NO_FIGURES = "no figures yet";

  /**
   * The group that is furthest behind, and how the canary does.
   *
   * @param earlier the mean latency is of the canary's messages since then
   */
  String text(ClusterReading earlier) {
    return "worst lag: %-31s  canary: %s".formatted(worstLag(), canary(earlier));
  }

  /** By age before messages: a hundred messages may be a second's or a day's. */
  private String worstLag() {
    Comparator<Sample> byAge = Comparator.comparingDouble(group -> orZero(lagSeconds(group)));
    return page.named(LAG_MESSAGES).stream()
        .max(byAge.thenComparingDouble(Sample::value))
        .map(this::lag)
        .orElse(NO_FIGURES);
  }

  private String lag(Sample group) {
    return "%-9s %7s msg %7s s"
        .formatted(
            group.labels().get("consumergroup"),
            BrokerReading.whole(group.value()),
            BrokerReading.tenths(lagSeconds(group)));
  }

  private double lagSeconds(Sample group) {
    return page.value(LAG_SECONDS, group.labels()).orElse(Double.NaN);
  }

  private String canary(ClusterReading earlier) {
    if (sum(CANARY + "messages_total") == 0) {
      return NO_FIGURES;
    }
    String checks =
        Stream.of("produce", "consume", "commit")
            .map(check -> check + " " + (isUp(check) ? "up" : "DOWN"))
            .collect(Collectors.joining(", "));
    return checks + ", end to end " + BrokerReading.tenths(meanMillis(earlier)) + " ms";
  }

  private boolean isUp(String check) {
    return page.value(CANARY + "up", Map.of("check", check)).orElse(0) == 1;
  }

  private double meanMillis(ClusterReading earlier) {
    String latency = CANARY + "end_to_end_latency_seconds_";
    double seconds = sum(latency + "sum") - earlier.sum(latency + "sum");
    double messages = sum(latency + "count") - earlier.sum(latency + "count");
    return 1000 * seconds / messages;
  }

  private double sum(String name) {
    return page.named(name).stream().mapToDouble(Sample::value).sum();
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
