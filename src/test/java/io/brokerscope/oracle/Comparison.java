package io.brokerscope.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

/** The one comparison of all named cases: nothing may differ. */
final class Comparison {
  private Comparison() {}

  /** Both sides expose the same, and something, in our first pass and in our second. */
  static void assertSameAndNotEmpty(OracleCase oracleCase) {
    Exposition upstream = oracleCase.upstream();
    assertFalse(upstream.isEmpty(), "the case compares nothing with nothing");
    assertOurs(upstream, oracleCase);
  }

  /** Neither side exposes anything. */
  static void assertBothEmpty(OracleCase oracleCase) {
    assertEquals("", oracleCase.upstream().comparable());
    assertOurs(new Exposition(List.of()), oracleCase);
  }

  private static void assertOurs(Exposition expected, OracleCase oracleCase) {
    for (Exposition pass : oracleCase.oursTwice()) {
      assertEquals(expected.comparable(), pass.comparable());
    }
  }
}
