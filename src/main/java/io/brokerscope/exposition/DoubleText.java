package io.brokerscope.exposition;

/**
 * Writes a double in ASCII, as both formats and {@link Double#parseDouble} read it: integers below
 * 2^53 without a point, else the shortest decimal that reads back as the same double, from 1e-3 up
 * to 1e7 without an exponent and otherwise as in {@code 1.5E-7}; {@code NaN}, {@code +Inf}, {@code
 * -Inf}. Allocates nothing.
 */
final class DoubleText {
  /** A sign, 17 digits, a point and an exponent like E-324. */
  static final int MAX_BYTES = 24;

  /** Below, every integer is a double; above, a plain integer would have made-up digits. */
  private static final long EXACT_INTEGERS = 1L << 53;

  private static final int SMALLEST_PLAIN_EXPONENT = -3;
  private static final int LARGEST_PLAIN_EXPONENT = 6;

  /** 10^18 is the largest power of ten in a long. */
  private static final int LARGEST_POWER = 18;

  private static final long[] POWERS_OF_TEN = powersOfTen();

  private static final byte[] NAN = {'N', 'a', 'N'};
  private static final byte[] PLUS_INF = {'+', 'I', 'n', 'f'};
  private static final byte[] MINUS_INF = {'-', 'I', 'n', 'f'};
  private static final byte[] ZERO = {'0'};
  private static final byte[] MINUS_ZERO = {'-', '0'};

  private DoubleText() {}

  /**
   * Writes the value from that index on.
   *
   * @param target has room for {@link #MAX_BYTES} from there
   * @return the index after the last byte written
   */
  static int write(double value, byte[] target, int from) {
    if (value == 0) {
      return writeWord(1 / value > 0 ? ZERO : MINUS_ZERO, target, from);
    }
    int at = from;
    if (value < 0) {
      target[at++] = '-';
    }
    double magnitude = Math.abs(value);
    long integer = (long) magnitude;
    if (integer == magnitude && integer < EXACT_INTEGERS) {
      return writeDigits(integer, digitCount(integer), target, at);
    }
    if (Double.isFinite(value)) {
      return writeDecimal(magnitude, target, at);
    }
    return writeWord(value > 0 ? PLUS_INF : value < 0 ? MINUS_INF : NAN, target, from);
  }

  private static int writeDecimal(double magnitude, byte[] target, int from) {
    long digits = ShortestDecimal.digits(magnitude);
    int exponent = ShortestDecimal.exponent(magnitude);
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
    int count = digitCount(digits);
    int leadingExponent = exponent + count - 1;
    if (leadingExponent < SMALLEST_PLAIN_EXPONENT || leadingExponent > LARGEST_PLAIN_EXPONENT) {
      int at = writePointed(digits, count - 1, target, from);
      return writeExponent(leadingExponent, target, at);
    }
    return writePointed(digits, -exponent, target, from);
  }

  /** Writes the digits with that many of them, zero or more, behind the point. */
  private static int writePointed(long digits, int fractionCount, byte[] target, int from) {
    if (fractionCount == 0) {
      return writeDigits(digits, digitCount(digits), target, from);
    }
    // There are at most 17 digits, so with 18 places behind the point the integer part is 0.
    long power = POWERS_OF_TEN[Math.min(fractionCount, LARGEST_POWER)];
    long integer = digits / power;
    int at = writeDigits(integer, digitCount(integer), target, from);
    target[at++] = '.';
    return writeDigits(digits % power, fractionCount, target, at);
  }

  private static int writeExponent(int exponent, byte[] target, int from) {
    int at = from;
    target[at++] = 'E';
    if (exponent < 0) {
      target[at++] = '-';
    }
    int magnitude = Math.abs(exponent);
    return writeDigits(magnitude, digitCount(magnitude), target, at);
  }

  /** Writes exactly that many digits, with zeros in front. */
  private static int writeDigits(long digits, int count, byte[] target, int from) {
    long rest = digits;
    for (int at = from + count - 1; at >= from; at--) {
      target[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return from + count;
  }

  private static int writeWord(byte[] word, byte[] target, int from) {
    System.arraycopy(word, 0, target, from, word.length);
    return from + word.length;
  }

  /** How many digits the number has, at least one; it is below 10^18. */
  static int digitCount(long number) {
    long atLeastOne = Math.max(1, number);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(atLeastOne);
    int guess = (bits * 1233) >> 12; // 1233 / 2^12 is log10(2), near enough for 64 bits
    return atLeastOne >= POWERS_OF_TEN[guess] ? guess + 1 : guess;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[LARGEST_POWER + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }
}
