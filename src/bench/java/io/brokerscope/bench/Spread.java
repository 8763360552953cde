package io.brokerscope.bench;

import java.util.Arrays;

/** The middle and the upper end of some numbers; each is one of them (nearest rank). */
record Spread(double median, double p90) {

  /** Of at least one number. */
  static Spread of(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Spread(rank(sorted, 0.5), rank(sorted, 0.9));
  }

  private static double rank(double[] sorted, double quantile) {
    return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
  }
}
