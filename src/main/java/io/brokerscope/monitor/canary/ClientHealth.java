package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.Optional;

/**
 * How the client does that probes go through, by their results. Times are of {@link
 * System#nanoTime}. Thread-safe: results come on the client's own thread.
 */
final class ClientHealth {
  private final Lockout lockout = new Lockout();
  private final Patience patience;

  /**
   * @param sla how long what the client does may take
   */
  ClientHealth(Duration sla) {
    patience = new Patience(sla);
  }

  /** Notes that it was made, or has done something. */
  void renewed(long nowNanos) {
    patience.renewed(nowNanos);
  }

  void failed(Throwable error, long nowNanos) {
    lockout.noted(error, nowNanos);
  }

  /** The authentication failure because of which nothing may be sent for some time. */
  Optional<Throwable> lockout(long nowNanos) {
    return lockout.cause(nowNanos);
  }

  /** Whether it has done nothing for so long that it is to be made anew. */
  boolean bringsNothing(long nowNanos) {
    return patience.isOver(nowNanos);
  }
}
