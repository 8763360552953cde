package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EndHistoryTest {
  private final EndHistory history = new EndHistory();

  @Test
  void anOffsetBetweenTwoLooksWasWrittenBetweenThem() {
    history.add(1_000, 10);
    history.add(2_000, 20);

    assertEquals(OptionalLong.of(1_500), history.writtenMillis(15));
  }

  @Test
  void anOffsetBeforeTheFirstLookIsNotKnown() {
    history.add(1_000, 10);
    history.add(2_000, 20);

    assertEquals(OptionalLong.empty(), history.writtenMillis(9));
  }

  @Test
  void theOldestLooksGo() {
    for (int i = 0; i < 100; i++) {
      history.add(i * 1_000L, i * 10L);
    }

    assertEquals(OptionalLong.empty(), history.writtenMillis(395));
    assertEquals(OptionalLong.of(40_500), history.writtenMillis(405));
  }
}
