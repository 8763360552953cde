package io.brokerscope.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PeriodicallyTest {
  private final AtomicLong nowNanos = new AtomicLong(Long.MAX_VALUE - 10); // about to wrap around
  private final AtomicInteger calls = new AtomicInteger();
  private final Periodically<Integer> value =
      new Periodically<>(calls::incrementAndGet, 60, nowNanos::get);

  @Test
  void aYoungValueIsKept() {
    value.get();
    nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(60) - 1);
    assertEquals(1, value.get());
  }

  @Test
  void anOldValueIsGotAgain() {
    value.get();
    nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
    assertEquals(2, value.get());
  }
}
