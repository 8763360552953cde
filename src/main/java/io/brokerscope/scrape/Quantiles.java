package io.brokerscope.scrape;

/**
 * Quantiles of a small array of whole numbers by selection: six quantiles need at most twelve order
 * statistics, and each selection works on what the last one left to its right, so the array is
 * never sorted.
 */
final class Quantiles {
  /** Below this many elements insertion sort is faster than another partition. */
  private static final int SMALL = 12;

  private Quantiles() {}

  /**
   * The same numbers as Yammer's {@code Snapshot.getValue}: position {@code q (n + 1)},
   * interpolated between the neighbours, in doubles.
   *
   * @param values the first {@code count} are the sample; reordered
   * @param quantiles ascending, between 0 and 1
   * @param divisor turns a value into the unit of the result; 1 for none
   * @param results as many as quantiles; 0 each for an empty sample
   */
  static void select(
      long[] values, int count, double[] quantiles, double divisor, double[] results) {
    int settled = 0; // all below this index are in their place
    for (int i = 0; i < quantiles.length; i++) {
      double position = quantiles[i] * (count + 1);
      if (count == 0) {
        results[i] = 0;
      } else if (position < 1 || position >= count) {
        int at = position < 1 ? 0 : count - 1;
        settle(values, Math.min(settled, at), count, at);
        results[i] = values[at] / divisor;
        settled = at;
      } else {
        int lower = (int) position - 1;
        settle(values, Math.min(settled, lower), count, lower);
        settle(values, lower + 1, count, lower + 1);
        double low = values[lower] / divisor;
        double high = values[lower + 1] / divisor;
        results[i] = low + (position - Math.floor(position)) * (high - low);
        settled = lower;
      }
    }
  }

  /** Quickselect with three-way partitions: latencies in milliseconds repeat a lot. */
  private static void settle(long[] values, int from, int to, int wanted) {
    int low = from;
    int high = to - 1;
    while (high - low > SMALL) {
      long pivot = median(values[low], values[(low + high) >>> 1], values[high]);
      int less = low;
      int greater = high;
      int i = low;
      while (i <= greater) {
        long value = values[i];
        if (value < pivot) {
          values[i++] = values[less];
          values[less++] = value;
        } else if (value > pivot) {
          values[i] = values[greater];
          values[greater--] = value;
        } else {
          i++;
        }
      }
      if (wanted < less) {
        high = less - 1;
      } else if (wanted > greater) {
        low = greater + 1;
      } else {
        return;
      }
    }
    insertionSort(values, low, high);
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private static void insertionSort(long[] values, int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      long value = values[i];
      int at = i;
      while (at > low && values[at - 1] > value) {
        values[at] = values[at - 1];
        at--;
      }
      values[at] = value;
    }
  }
}
