package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a check last succeeded on each of its parts: partitions, or coordinators. Times are of
 * {@link System#nanoTime}. Thread-safe.
 */
final class Successes {
  private final long limitNanos;
  private final Map<Integer, Long> lastNanos = new ConcurrentHashMap<>();

  /**
   * @param limit how old the last success of a part that works may be
   */
  Successes(Duration limit) {
    limitNanos = limit.toNanos();
  }

  void succeeded(int part, long nowNanos) {
    lastNanos.put(part, nowNanos);
  }

  Optional<Duration> age(int part, long nowNanos) {
    return Optional.ofNullable(lastNanos.get(part))
        .map(last -> Duration.ofNanos(Math.max(0, nowNanos - last)));
  }

  /** Whether every part works; without any, nothing is proven. */
  boolean isUp(Collection<Integer> parts, long nowNanos) {
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(
                part -> age(part, nowNanos).filter(age -> age.toNanos() <= limitNanos).isPresent());
  }
}
