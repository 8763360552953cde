package io.brokerscope.scrape;

import java.util.Arrays;

/**
 * The numbers of a pass, by slot. Reading writes them bean by bean, encoding reads them family by
 * family; neither side sorts or looks anything up.
 */
final class ValueStore {
  private static final int INITIAL_SLOTS = 1024;

  private double[] values = new double[INITIAL_SLOTS];
  private int used;
  private int[] free = new int[16];
  private int freeCount;

  double get(int slot) {
    return values[slot];
  }

  void set(int slot, double value) {
    values[slot] = value;
  }

  void clear(int slot) {
    values[slot] = Absent.VALUE;
  }

  /** A slot that nobody else has; empty. */
  int allocate() {
    int slot = freeCount > 0 ? free[--freeCount] : used++;
    if (slot == values.length) {
      values = Arrays.copyOf(values, values.length + (values.length >> 1));
    }
    clear(slot);
    return slot;
  }

  void release(int slot) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = slot;
  }
}
