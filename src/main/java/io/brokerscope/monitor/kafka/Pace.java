package io.brokerscope.monitor.kafka;

import java.time.Duration;

/** A fixed rate: rounds that were missed are skipped, not made up for. Not thread-safe. */
public final class Pace {
  private final long intervalNanos;
  private long dueNanos;
  private boolean started;

  /**
   * Not begun yet.
   *
   * @param interval from the beginning of a round to that of the next one
   */
  public Pace(Duration interval) {
    intervalNanos = interval.toNanos();
  }

  /**
   * From the end of a round to the beginning of the next one.
   *
   * @param nowNanos of {@link System#nanoTime}
   */
  public Duration untilNext(long nowNanos) {
    if (!started) {
      started = true;
      dueNanos = nowNanos;
    }
    long lateNanos = Math.max(0, nowNanos - dueNanos);
    dueNanos += (lateNanos / intervalNanos + 1) * intervalNanos;
    return Duration.ofNanos(dueNanos - nowNanos);
  }
}
