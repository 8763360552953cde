package io.brokerscope.monitor.canary;

import java.time.Duration;

/**
 * When a client that brings nothing is to be made anew. Its own thread may have died, of which it
 * tells nobody: whatever is handed to it then just waits. Times are of {@link System#nanoTime}.
 * Thread-safe.
 */
final class Patience {
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final int SLAS = 3;

  private final long limitNanos;
  private volatile long sinceNanos;

  /**
   * @param sla how long what the client does may take
   */
  Patience(Duration sla) {
    Duration some = sla.multipliedBy(SLAS);
    limitNanos = (some.compareTo(LEAST) > 0 ? some : LEAST).toNanos();
  }

  /** Notes that the client was made, or has done something. */
  void renewed(long nowNanos) {
    sinceNanos = nowNanos;
  }

  boolean isOver(long nowNanos) {
    return nowNanos - sinceNanos > limitNanos;
  }
}
