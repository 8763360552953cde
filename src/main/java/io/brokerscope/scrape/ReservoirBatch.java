package io.brokerscope.scrape;

import java.util.Arrays;

/**
 * The reservoirs that a pass has to look into, a few at a time. A reservoir is a skip list of a
 * thousand nodes, which a scrape every few seconds finds in no cache, and each node tells only
 * where the next one is. Walking several lists in turns lets the CPU fetch from all of them at
 * once; one after the other it would wait for each node.
 */
final class ReservoirBatch {
  /** About as many as fit into a CPU's window of instructions; more would win nothing. */
  private static final int SIZE = 8;

  private final ReservoirWalk[] walks = new ReservoirWalk[SIZE];
  private final double[] quantileBuffer = new double[HistogramNodes.QUANTILES.length];
  private int planned;

  ReservoirBatch() {
    Arrays.setAll(walks, i -> new ReservoirWalk());
  }

  /** Forgets what an earlier pass may have left when it broke off. */
  void reset() {
    planned = 0;
  }

  /** Has this histogram's reservoir read, now or at the next {@link #flush}. */
  void add(YammerHistogramReader histogram, PlanContext plan) {
    walks[planned++].plan(histogram);
    if (planned == SIZE) {
      flush(plan);
    }
  }

  /** Reads what has been added and hands each histogram its quantiles. */
  void flush(PlanContext plan) {
    int count = planned;
    planned = 0;
    try {
      walk(count);
      for (int i = 0; i < count; i++) {
        walks[i].deliver(quantileBuffer, plan);
      }
    } catch (RuntimeException | Error failed) {
      // Not one histogram's fault: their classes are known. So all of them are given up.
      for (int i = 0; i < count; i++) {
        walks[i].fail(plan);
      }
    }
  }

  private void walk(int count) {
    try {
      for (int i = 0; i < count; i++) {
        walks[i].open();
      }
      boolean more = true;
      while (more) {
        more = false;
        for (int i = 0; i < count; i++) {
          more |= walks[i].step();
        }
      }
    } finally {
      for (int i = 0; i < count; i++) {
        walks[i].close();
      }
    }
  }
}
