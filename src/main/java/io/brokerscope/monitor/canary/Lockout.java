package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Worker;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * The time after a failed authentication in which no client may try again. Times are of {@link
 * System#nanoTime}. Thread-safe.
 */
final class Lockout {
  private volatile Failure last; // null if there was none

  private record Failure(Throwable error, long untilNanos) {}

  /** Begins it, if the error is about authentication and it has not begun. */
  void noted(Throwable error, long nowNanos) {
    if (cause(nowNanos).isEmpty() && Errors.unwrapped(error) instanceof AuthenticationException) {
      last = new Failure(error, nowNanos + Worker.PAUSE_AFTER_AUTHENTICATION.toNanos());
    }
  }

  /** What happened, as long as it lasts. */
  Optional<Throwable> cause(long nowNanos) {
    Failure failure = last;
    return failure != null && nowNanos - failure.untilNanos() < 0
        ? Optional.of(failure.error())
        : Optional.empty();
  }
}
