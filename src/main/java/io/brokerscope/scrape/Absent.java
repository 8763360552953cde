package io.brokerscope.scrape;

/**
 * The number that stands for no number: a NaN with a payload that no computation yields, so that a
 * pass can store "nothing was read" in a {@code double[]} and still tell it from a real NaN.
 */
final class Absent {
  private static final long BITS = 0x7ff8_b60c_e125_c09eL;

  static final double VALUE = Double.longBitsToDouble(BITS);

  private Absent() {}

  static boolean is(double value) {
    // Most values are no NaN, so the bits are seldom looked at.
    return Double.isNaN(value) && Double.doubleToRawLongBits(value) == BITS;
  }
}
