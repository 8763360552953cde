package io.brokerscope.scrape;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Takes the values of a reservoir's map without a box, an iterator or a copy. Reused for all
 * histograms.
 */
final class Reservoir implements BiConsumer<Object, Object> {
  /** What Yammer's {@code Histogram} keeps. */
  private static final int YAMMER_SAMPLE_SIZE = 1028;

  private long[] values = new long[YAMMER_SAMPLE_SIZE];
  private int count;

  void reset() {
    count = 0;
  }

  @Override
  public void accept(Object priority, Object value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[count++] = (Long) value;
  }

  void quantiles(double[] quantiles, double divisor, double[] results) {
    Quantiles.select(values, count, quantiles, divisor, results);
  }
}
