package io.brokerscope.exposition;

import java.util.ArrayDeque;
import java.util.Deque;

/** Arrays of one kind of body, for reuse. Thread-safe. */
final class ArrayPool {
  /**
   * One body being written, one being sent, one for a slow reader; the rest is left to the garbage
   * collector.
   */
  static final int KEPT = 3;

  /** A kept array may be larger than bodies lately were by a sixteenth. */
  private static final int ROOM_SHIFT = 4;

  /** Each body takes an eighth off what larger ones before it asked for. */
  private static final int DECAY_SHIFT = 3;

  private final Deque<byte[]> arrays = new ArrayDeque<>(KEPT);

  /** The size of the largest body lately: a restricted scrape between full ones changes little. */
  private int recentBytes;

  synchronized ByteSink takeSink() {
    byte[] kept = arrays.poll();
    return kept != null ? new ByteSink(kept) : new ByteSink();
  }

  /**
   * Keeps an array that fits. One that has grown by half, or held more than bodies have now, is
   * replaced by one with a little room to spare, because it is kept for good.
   */
  synchronized void give(byte[] array, int usedBytes) {
    recentBytes = Math.max(usedBytes, recentBytes - (recentBytes >> DECAY_SHIFT));
    if (arrays.size() < KEPT) {
      int roomyBytes = recentBytes + (recentBytes >> ROOM_SHIFT) + ByteSink.SMALLEST_CAPACITY_BYTES;
      arrays.push(array.length <= roomyBytes ? array : new byte[roomyBytes]);
    }
  }
}
