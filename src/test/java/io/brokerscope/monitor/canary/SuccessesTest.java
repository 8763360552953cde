package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessesTest {
  private final Successes successes = new Successes(Duration.ofNanos(100));

  @Test
  void every_part_must_have_succeeded_within_the_limit() {
    successes.succeeded(1, 0);
    successes.succeeded(2, 50);

    assertTrue(successes.isUp(List.of(1, 2), 100));
    assertFalse(successes.isUp(List.of(1, 2), 101));
    assertTrue(successes.isUp(List.of(2), 101));
    assertFalse(successes.isUp(List.of(2, 3), 101));
  }

  @Test
  void without_parts_nothing_is_proven() {
    assertFalse(successes.isUp(List.of(), 0));
  }

  @Test
  void a_part_that_never_succeeded_has_no_age() {
    successes.succeeded(1, 10);

    assertEquals(Optional.of(Duration.ofNanos(5)), successes.age(1, 15));
    assertEquals(Optional.empty(), successes.age(2, 15));
  }
}
