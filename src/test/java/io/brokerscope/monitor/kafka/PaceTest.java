package io.brokerscope.monitor.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(Duration.ofNanos(100));

  @Test
  void the_time_that_a_round_takes_does_not_add_up() {
    assertEquals(Duration.ofNanos(100), pace.untilNext(5));
    assertEquals(Duration.ofNanos(70), pace.untilNext(135));
    assertEquals(Duration.ofNanos(99), pace.untilNext(206));
  }

  @Test
  void missed_rounds_are_skipped() {
    pace.untilNext(0);

    assertEquals(Duration.ofNanos(50), pace.untilNext(350));
    assertEquals(Duration.ofNanos(100), pace.untilNext(400));
  }
}
