package io.brokerscope.monitor;

import io.brokerscope.exposition.Format;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** In which formats somebody has scraped lately, and so will again. Thread-safe. */
final class Demand {
  /** Prometheus takes a series for gone after it; nobody scrapes less often. */
  private static final Duration LATELY = Duration.ofMinutes(5);

  private final Map<Format, Long> askedNanos = new ConcurrentHashMap<>();

  void asked(Format format) {
    askedNanos.put(format, System.nanoTime());
  }

  Set<Format> lately() {
    long now = System.nanoTime();
    askedNanos.values().removeIf(nanos -> now - nanos > LATELY.toNanos());
    return Set.copyOf(askedNanos.keySet());
  }
}
