package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for something that a broker does in its own time. */
public final class Await {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  private Await() {}

  /** Reads until the value is accepted and returns that. */
  public static <T> T until(String expected, Callable<T> read, Predicate<T> accepted)
      throws Exception {
    return until(LIMIT, expected, read, accepted);
  }

  /** As above, with more or less patience. */
  public static <T> T until(
      Duration limit, String expected, Callable<T> read, Predicate<T> accepted) throws Exception {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    T value = read.call();
    while (!accepted.test(value)) {
      if (System.nanoTime() > deadlineNanos) {
        fail(
            "expected within %d s: %s; last read: %s"
                .formatted(limit.toSeconds(), expected, value));
      }
      Thread.sleep(PAUSE_MILLIS);
      value = read.call();
    }
    return value;
  }
}
