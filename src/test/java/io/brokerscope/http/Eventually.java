package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for what another thread will do, for so long that only a defect can exceed it. */
final class Eventually {
  private static final int POLL_MILLIS = 10;
  private static final int POLLS = 3000; // 30 s

  private Eventually() {}

  static void holds(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
    fail("never came true: " + what);
  }
}
