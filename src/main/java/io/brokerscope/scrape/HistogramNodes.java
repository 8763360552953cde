package io.brokerscope.scrape;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The wanted attributes of a Yammer histogram, or of the histogram inside a timer; null where
 * nobody wants one. Names are those of Yammer's {@code JmxReporter}.
 *
 * @param percentiles in the order of {@link #PERCENTILES}, null where not wanted
 */
record HistogramNodes(
    AttributeNode count, AttributeNode sum, Moments moments, List<AttributeNode> percentiles) {
  static final String COUNT = "Count";
  static final String MEAN = "Mean";
  static final String MIN = "Min";
  static final String MAX = "Max";
  static final String STD_DEV = "StdDev";

  /** Attribute names, in the order of {@link #QUANTILES}. */
  static final List<String> PERCENTILES =
      List.of(
          "50thPercentile",
          "75thPercentile",
          "95thPercentile",
          "98thPercentile",
          "99thPercentile",
          "999thPercentile");

  static final double[] QUANTILES = {0.5, 0.75, 0.95, 0.98, 0.99, 0.999};

  /** Label values, as Go and client_java write these numbers. */
  static final List<String> QUANTILE_LABELS =
      List.of("0.5", "0.75", "0.95", "0.98", "0.99", "0.999");

  /** What describes the values without the reservoir. */
  record Moments(AttributeNode mean, AttributeNode min, AttributeNode max, AttributeNode stdDev) {}

  boolean wantsPercentiles() {
    for (AttributeNode node : percentiles) {
      if (node != null) {
        return true;
      }
    }
    return false;
  }

  void clearPercentiles(PlanContext plan) {
    for (AttributeNode node : percentiles) {
      if (node != null) {
        node.clear(plan);
      }
    }
  }

  /**
   * The sum of all values. Yammer gives no sum over JMX, but its mean is the sum divided by the
   * count, so the product is the sum; rounding takes off the division's error, as a histogram's
   * values are whole numbers.
   */
  static double sum(double mean, long count, boolean wholeNumbers) {
    double product = mean * count;
    return wholeNumbers ? Math.rint(product) : product;
  }

  /** All nodes there are; made when it is asked for, which is not in a pass. */
  AttributeNodes all() {
    List<AttributeNode> all = new ArrayList<>();
    all.add(count);
    all.add(sum);
    all.add(moments.mean());
    all.add(moments.min());
    all.add(moments.max());
    all.add(moments.stdDev());
    all.addAll(percentiles);
    all.removeIf(Objects::isNull);
    return new AttributeNodes(all);
  }
}
