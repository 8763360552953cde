package io.brokerscope.monitor.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Logs an operation's failure when it begins and when it is over. An operation is about many
 * things, of which some may fail each second and others not, so it is over only when nothing has
 * failed for a while, and another error is news only once in a while. Thread-safe.
 */
final class LogOnChange {
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long NEWS_NANOS = Duration.ofMinutes(1).toNanos();

  private final Secrets secrets;
  private final Consumer<String> log;
  private final LongSupplier nanoClock;

  /** By operation. */
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();

  /**
   * An operation that fails.
   *
   * @param logged the class of the error that was logged last
   */
  private record Failing(Class<?> logged, long loggedNanos, long failedNanos) {}

  LogOnChange(Secrets secrets, Consumer<String> log, LongSupplier nanoClock) {
    this.secrets = secrets;
    this.log = log;
    this.nanoClock = nanoClock;
  }

  void failed(String operation, Throwable error) {
    long nowNanos = nanoClock.getAsLong();
    failing.compute(operation, (key, before) -> after(operation, error, before, nowNanos));
  }

  /**
   * @param before null if it did not fail
   */
  private Failing after(String operation, Throwable error, Failing before, long nowNanos) {
    boolean isNews =
        before == null
            || (before.logged() != error.getClass()
                && nowNanos - before.loggedNanos() >= NEWS_NANOS);
    if (!isNews) {
      return new Failing(before.logged(), before.loggedNanos(), nowNanos);
    }
    log.accept(
        "%s fails: %s: %s%s"
            .formatted(
                operation,
                error.getClass().getSimpleName(),
                secrets.messageOf(error),
                hint(error)));
    return new Failing(error.getClass(), nowNanos, nowNanos);
  }

  void succeeded(String operation) {
    Failing before = failing.get(operation);
    if (before != null
        && nanoClock.getAsLong() - before.failedNanos() >= QUIET_NANOS
        && failing.remove(operation, before)) {
      log.accept(operation + " works again");
    }
  }

  private static String message(Throwable error) {
    return String.valueOf(error.getMessage());
  }

  private static String hint(Throwable error) {
    if (error instanceof TimeoutException && message(error).contains("node assignment")) {
      return " (nothing answers there, or security.protocol is not the listener's)";
    } else if (error instanceof AuthenticationException) {
      return " (check the sasl.* and ssl.* settings below kafka:)";
    } else if (error instanceof AuthorizationException) {
      return Errors.ACLS_HINT;
    }
    return "";
  }
}
