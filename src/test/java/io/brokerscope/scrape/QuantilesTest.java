package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.yammer.metrics.stats.Snapshot;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Selection gives bit for bit what Yammer's own snapshot gives. */
class QuantilesTest {
  private static final double[] QUANTILES = HistogramNodes.QUANTILES;
  private static final int YAMMER_SAMPLE_SIZE = 1028;

  private final Random random = new Random(20261122);

  @Test
  void everySizeUpToYammersReservoir() {
    for (int size = 0; size <= YAMMER_SAMPLE_SIZE; size++) {
      assertLikeYammer(sample(size, Integer.MAX_VALUE), 1);
    }
  }

  @Test
  void samplesOfFewDifferentValues() {
    for (int round = 0; round < 1000; round++) {
      assertLikeYammer(sample(random.nextInt(200), 1 + random.nextInt(5)), 1);
    }
  }

  @Test
  void ascendingDescendingAndNegativeValues() {
    for (int size = 1; size <= YAMMER_SAMPLE_SIZE; size += 13) {
      long[] ascending = new long[size];
      Arrays.setAll(ascending, i -> i);
      assertLikeYammer(ascending, 1);
      long[] descending = new long[size];
      Arrays.setAll(descending, i -> -(long) i * i);
      assertLikeYammer(descending, 1);
    }
  }

  @Test
  void valuesOfATimerAreConverted() {
    for (int round = 0; round < 200; round++) {
      assertLikeYammer(sample(random.nextInt(300), 1_000_000_000), 1_000_000);
    }
  }

  private long[] sample(int size, int bound) {
    return random.longs(size, 0, bound).toArray();
  }

  private static void assertLikeYammer(long[] sample, double divisor) {
    Snapshot yammer =
        new Snapshot(Arrays.stream(sample).mapToDouble(value -> value / divisor).toArray());
    double[] expected = Arrays.stream(QUANTILES).map(yammer::getValue).toArray();
    double[] results = new double[QUANTILES.length];
    // Longer than the sample, as the shared buffer is; what lies behind must not count.
    long[] buffer = Arrays.copyOf(sample, sample.length + 5);
    Arrays.fill(buffer, sample.length, buffer.length, Long.MIN_VALUE);
    Quantiles.select(buffer, sample.length, QUANTILES, divisor, results);
    assertEquals(Arrays.toString(expected), Arrays.toString(results));
  }
}
