package io.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClusterReadingTest {

  private static final String ALL_UP =
      """
      kafka_canary_messages_total{partition="0",broker="1",outcome="delivered"} 5
      kafka_canary_up{check="produce"} 1
      kafka_canary_up{check="consume"} 1
      kafka_canary_up{check="commit"} 1
      """;

  @Test
  void a_monitor_that_has_seen_nothing_yet_has_no_figures() {
    assertEquals(
        "worst lag: no figures yet                   canary: no figures yet",
        ClusterReading.NONE.text(ClusterReading.NONE));
  }

  @Test
  void figures_that_are_there_are_shown_without_the_others() {
    assertEquals(
        "worst lag: no figures yet                 "
            + "  canary: produce up, consume up, commit up, end to end ? ms",
        reading(ALL_UP).text(ClusterReading.NONE));
  }

  @Test
  void figures_stand_in_columns() {
    String lag =
        """
        kafka_consumergroup_group_sum_lag{consumergroup="demo-slow"} 12345
        kafka_consumergroup_group_max_lag_seconds{consumergroup="demo-slow"} 67.89
        """;

    assertEquals(
        "worst lag: demo-slow  12,345 msg    67.9 s  canary: no figures yet",
        reading(lag).text(ClusterReading.NONE));
  }

  @Test
  void the_worst_lag_is_the_oldest_not_the_largest() {
    String lags =
        """
        kafka_consumergroup_group_sum_lag{consumergroup="large"} 500
        kafka_consumergroup_group_sum_lag{consumergroup="old"} 3
        kafka_consumergroup_group_max_lag_seconds{consumergroup="large"} 1
        kafka_consumergroup_group_max_lag_seconds{consumergroup="old"} 90
        """;

    assertStartsWith("worst lag: old             3 msg    90.0 s", lags);
  }

  @Test
  void of_lags_of_the_same_age_the_largest_is_the_worst() {
    String lags =
        """
        kafka_consumergroup_group_sum_lag{consumergroup="small"} 3
        kafka_consumergroup_group_sum_lag{consumergroup="large"} 500
        kafka_consumergroup_group_max_lag_seconds{consumergroup="small"} 1
        kafka_consumergroup_group_max_lag_seconds{consumergroup="large"} 1
        """;

    assertStartsWith("worst lag: large         500 msg     1.0 s", lags);
  }

  @Test
  void a_lag_whose_age_is_still_looked_up_is_shown_without() {
    assertStartsWith(
        "worst lag: demo            7 msg       ? s",
        "kafka_consumergroup_group_sum_lag{consumergroup=\"demo\"} 7\n");
  }

  @Test
  void a_check_that_fails_stands_out() {
    String page = ALL_UP.replace("{check=\"commit\"} 1", "{check=\"commit\"} 0");

    assertCanary("produce up, consume up, commit DOWN, end to end ? ms", page);
  }

  @Test
  void a_canary_that_has_only_failed_so_far_has_figures() {
    String page =
        """
        kafka_canary_messages_total{partition="0",broker="1",outcome="produce_failed"} 1
        kafka_canary_up{check="produce"} 0
        kafka_canary_up{check="consume"} 0
        kafka_canary_up{check="commit"} 0
        """;

    assertCanary("produce DOWN, consume DOWN, commit DOWN, end to end ? ms", page);
  }

  @Test
  void a_canary_without_any_outcome_has_no_figures_yet() {
    assertCanary("no figures yet", ALL_UP.replace("} 5", "} 0"));
  }

  @Test
  void the_latency_is_the_mean_of_all_brokers_since_the_earlier_reading() {
    ClusterReading earlier = reading(latencies(10, 2, 20, 4));
    ClusterReading now = reading(ALL_UP + latencies(10.25, 12, 20.15, 14));

    assertEquals(
        "produce up, consume up, commit up, end to end 20.0 ms", canary(now.text(earlier)));
  }

  @Test
  void without_an_earlier_reading_the_latency_is_the_mean_since_the_start() {
    assertCanary(
        "produce up, consume up, commit up, end to end 50.0 ms",
        ALL_UP + latencies(.25, 5, .25, 5));
  }

  private static String latencies(
      double secondsOf1, double countOf1, double secondsOf2, double countOf2) {
    return """
        kafka_canary_end_to_end_latency_seconds_sum{partition="0",broker="1"} %s
        kafka_canary_end_to_end_latency_seconds_count{partition="0",broker="1"} %s
        kafka_canary_end_to_end_latency_seconds_sum{partition="1",broker="2"} %s
        kafka_canary_end_to_end_latency_seconds_count{partition="1",broker="2"} %s
        """
        .formatted(secondsOf1, countOf1, secondsOf2, countOf2);
  }

  private static ClusterReading reading(String page) {
    return new ClusterReading(MetricsPage.parse(page));
  }

  private static void assertStartsWith(String expected, String page) {
    String text = reading(page).text(ClusterReading.NONE);
    assertEquals(expected, text.substring(0, Math.min(expected.length(), text.length())));
  }

  private static void assertCanary(String expected, String page) {
    assertEquals(expected, canary(reading(page).text(ClusterReading.NONE)));
  }

  private static String canary(String text) {
    return text.substring(text.indexOf("canary: ") + "canary: ".length());
  }
}
