package io.brokerscope.monitor.lag;

/**
 * A group's last commits to a partition, one a cycle, and what Burrow would say of them
 * (linkedin/Burrow, core/internal/evaluator/caching.go). Two rules differ, because the Admin API
 * does not tell when an offset was committed: a group that commits nothing stands still here as one
 * that commits the same offset again. It is STOP if no member has the partition, else STALL.
 */
final class StatusWindow {
  private final long[] offsets;
  private final long[] lags;
  private int size;
  private int next;

  /**
   * @param cycles that are judged together
   */
  StatusWindow(int cycles) {
    this.offsets = new long[cycles];
    this.lags = new long[cycles];
  }

  void add(long committed, long lag) {
    offsets[next] = committed;
    lags[next] = lag;
    next = (next + 1) % offsets.length;
    size = Math.min(size + 1, offsets.length);
  }

  /**
   * The status; NONE before there are enough cycles to judge.
   *
   * @param allowedLag up to which all is well, in messages
   * @param owned whether a member of the group has the partition
   */
  Status evaluate(long allowedLag, boolean owned) {
    if (size < offsets.length) {
      return Status.NONE;
    }
    if (lag(size - 1) <= allowedLag) {
      return Status.OK;
    }
    if (rewound()) {
      return Status.REWIND;
    }
    if (anyLagUpTo(allowedLag)) {
      return Status.OK;
    }
    if (offset(0) == offset(size - 1)) {
      return owned ? Status.STALL : Status.STOP;
    }
    return lagNeverFalls() ? Status.WARN : Status.OK;
  }

  /** Whether an offset was taken back and has not been reached again. */
  private boolean rewound() {
    for (int i = 1; i < size; i++) {
      if (offset(i) < offset(i - 1)) {
        return offset(size - 1) < offset(i - 1);
      }
    }
    return false;
  }

  private boolean anyLagUpTo(long allowedLag) {
    for (int i = 0; i < size; i++) {
      if (lag(i) <= allowedLag) {
        return true;
      }
    }
    return false;
  }

  private boolean lagNeverFalls() {
    for (int i = 1; i < size; i++) {
      if (lag(i) < lag(i - 1)) {
        return false;
      }
    }
    return true;
  }

  /** From the oldest. */
  private long offset(int i) {
    return offsets[Math.floorMod(next - size + i, offsets.length)];
  }

  private long lag(int i) {
    return lags[Math.floorMod(next - size + i, lags.length)];
  }
}
