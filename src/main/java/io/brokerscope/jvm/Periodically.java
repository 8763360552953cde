package io.brokerscope.jvm;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A value that costs the host something to get: got again only when it is old enough. */
final class Periodically<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final long intervalNanos;
  private final LongSupplier nanoClock;
  private T value; // null until it was asked for
  private long gotNanos;

  Periodically(Supplier<T> source, int intervalSeconds, LongSupplier nanoClock) {
    this.source = source;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(intervalSeconds);
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized T get() {
    long nowNanos = nanoClock.getAsLong();
    if (value == null || nowNanos - gotNanos >= intervalNanos) {
      value = source.get();
      gotNanos = nowNanos;
    }
    return value;
  }
}
