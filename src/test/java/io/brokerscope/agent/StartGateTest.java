package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartGateTest {
  @ParameterizedTest
  @CsvSource({
    // startDelaySeconds, milliseconds since the start, has an MBean server, open
    "0, 0, false, false",
    "0, 0, true, false",
    "0, 999, true, false",
    "0, 1000, true, true",
    "0, 1000, false, false",
    "0, 4999, false, false",
    "0, 5000, false, true",
    "3, 2999, true, false",
    "3, 3000, true, true",
    "3, 3000, false, false",
    "3, 5000, false, true",
    "10, 5000, false, false",
    "10, 9999, true, false",
    "10, 10000, false, true"
  })
  void itOpensAfterTheDelayWhenTheApplicationHadItsChance(
      int startDelaySeconds, long sinceStartMillis, boolean hasMBeanServer, boolean open) {
    StartGate gate = StartGate.afterPremain(System.nanoTime(), startDelaySeconds);
    long sinceStartNanos = TimeUnit.MILLISECONDS.toNanos(sinceStartMillis);
    assertEquals(open, gate.isOpen(sinceStartNanos, hasMBeanServer));
  }

  @Test
  void anAttachedAgentDoesNotWait() {
    assertTrue(StartGate.open().isOpen(0, false));
    assertNotNull(StartGate.open().get());
  }

  @Test
  void theDelayThatIsLeftIsRoundedUp() {
    long longAgo = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
    assertEquals(0, StartGate.afterPremain(longAgo, 3600).startDelayLeftSeconds());
    assertEquals(3600, StartGate.afterPremain(longAgo, 7200).startDelayLeftSeconds());
  }

  @Test
  void waitingEndsWhenItsThreadIsInterrupted() {
    StartGate gate = StartGate.afterPremain(System.nanoTime(), 3600);
    Thread.currentThread().interrupt();
    assertThrows(IllegalStateException.class, gate::get);
    assertTrue(Thread.interrupted());
  }
}
