package io.brokerscope.scrape;

import java.util.Arrays;

/** Takes the values of a histogram's reservoir, unboxed. Reused for all histograms. */
final class Reservoir {
  /** What Yammer's {@code Histogram} keeps. */
  private static final int YAMMER_SAMPLE_SIZE = 1028;

  private long[] values = new long[YAMMER_SAMPLE_SIZE];
  private int count;

  void reset() {
    count = 0;
  }

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[count++] = value;
  }

  /** As {@link Quantiles#select}; the order of the values is lost. */
  void quantiles(double[] quantiles, double divisor, double[] results) {
    Quantiles.select(values, count, quantiles, divisor, results);
  }
}
