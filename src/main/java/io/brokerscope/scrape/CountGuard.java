package io.brokerscope.scrape;

/**
 * Tells whether a histogram must be read again. Its count rises before its reservoir changes, so a
 * reservoir read just then may lack a value that the count has: only a count seen twice, with a
 * reading in between, proves that nothing more will come of it.
 */
final class CountGuard {
  private static final long NEVER = -1;

  private long lastCount = NEVER;
  private boolean readSince;

  /** Whether all that was last read still holds; if not, the caller reads now. */
  boolean holds(long count) {
    if (count != lastCount) {
      lastCount = count;
      readSince = false;
      return false;
    }
    boolean holds = readSince;
    readSince = true;
    return holds;
  }

  /** The next reading is wanted whatever the count: the last one failed. */
  void reset() {
    lastCount = NEVER;
  }
}
