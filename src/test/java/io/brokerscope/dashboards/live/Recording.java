package io.brokerscope.dashboards.live;

import io.brokerscope.kafka.PrometheusApi;
import io.brokerscope.kafka.PrometheusApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a Prometheus saw between two moments; it can still be asked. */
record Recording(PrometheusApi prometheus, Instant from, Instant to) {
  static final Duration SCRAPE_INTERVAL = Duration.ofSeconds(2);

  /** Some steps a panel, which is enough to see whether there is data. */
  private static final Duration STEP = Duration.ofSeconds(4);

  Duration length() {
    return Duration.between(from, to);
  }

  Answer overAll(String promQl) throws IOException, InterruptedException {
    return prometheus.range(promQl, from, to, STEP);
  }

  Answer atTheEnd(String promQl) throws IOException, InterruptedException {
    return prometheus.instant(promQl, to);
  }

  /**
   * @param selector of the series to look at
   */
  List<String> labelValues(String label, String selector) throws IOException, InterruptedException {
    return prometheus.labelValues(label, selector, from, to);
  }
}
