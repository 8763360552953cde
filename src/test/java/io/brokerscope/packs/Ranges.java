package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks of figures that no test can know exactly. */
final class Ranges {

  private Ranges() {}

  static void assertBetween(double lowest, double highest, double value) {
    assertTrue(
        value >= lowest && value <= highest,
        () -> "expected %s to %s, found %s".formatted(lowest, highest, value));
  }

  static void assertAbove(double limit, double value) {
    assertTrue(value > limit, () -> "expected more than %s, found %s".formatted(limit, value));
  }

  /** Of time: Kafka divides spans that it measures one after the other, so 1 may be a bit more. */
  static void assertShare(double value) {
    assertBetween(0, 1.1, value);
  }
}
