package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void itEndsAMinuteAfterTheLastSuccess() {
    Patience patience = new Patience(Duration.ofSeconds(5));
    patience.renewed(100 * SECOND);
    patience.renewed(130 * SECOND);

    assertFalse(patience.isOver(190 * SECOND));
    assertTrue(patience.isOver(191 * SECOND));
  }

  @Test
  void itLastsSeveralTimesAsLongAsOneCallMayTake() {
    Patience patience = new Patience(Duration.ofSeconds(60));
    patience.renewed(0);

    assertFalse(patience.isOver(180 * SECOND));
    assertTrue(patience.isOver(181 * SECOND));
  }
}
