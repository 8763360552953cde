package io.brokerscope.monitor.lag;

import java.util.OptionalLong;

/**
 * Where a partition's log ended at the last looks at it. It tells about when an offset was written,
 * which is where a look-up by time stamp best begins.
 */
final class EndHistory {
  /** Half an hour at the default pace. */
  private static final int LOOKS = 60;

  private final long[] millis = new long[LOOKS];
  private final long[] ends = new long[LOOKS];
  private int size;
  private int next;

  /** Whether the log ends before where it did: offsets of before may mean other records. */
  boolean isCutBy(long end) {
    return size > 0 && end < end(size - 1);
  }

  void add(long nowMillis, long end) {
    millis[next] = nowMillis;
    ends[next] = end;
    next = (next + 1) % LOOKS;
    size = Math.min(size + 1, LOOKS);
  }

  /** About when the record was written; absent if that was before the first look kept. */
  OptionalLong writtenMillis(long offset) {
    for (int i = size - 1; i > 0; i--) {
      if (end(i - 1) <= offset && offset < end(i)) {
        double share = (offset - end(i - 1)) / (double) (end(i) - end(i - 1));
        return OptionalLong.of(millis(i - 1) + Math.round(share * (millis(i) - millis(i - 1))));
      }
    }
    return OptionalLong.empty();
  }

  private long end(int look) {
    return ends[index(look)];
  }

  private long millis(int look) {
    return millis[index(look)];
  }

  /** Looks count from the oldest. */
  private int index(int look) {
    return Math.floorMod(next - size + look, LOOKS);
  }
}
