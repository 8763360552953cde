package io.brokerscope.exposition;

import java.math.BigInteger;

/**
 * Finds the shortest decimal that reads back as the same double, and of several the closest: {@code
 * value = digits × 10^exponent}, rounded. Allocates nothing.
 */
final class ShortestDecimal {
  /*
   * Schubfach, by Raffaello Giulietti: "The Schubfach way to render doubles" (2020), the algorithm
   * of Double.toString since JDK 19. Names and section numbers below are the paper's. A double is
   * c × 2^q. The decimals that read back as it lie between vbl and vbr. 10^k is the largest power
   * of ten sure to have a multiple in between; at most one multiple of 10^(k+1) lies there, which
   * is shorter and so preferred. The only difference to the JDK is that the latter wants two digits
   * or more: it renders Double.MIN_VALUE as 4.9E-324 where 5E-324 is enough.
   *
   * k is a function of the double alone, hence two methods instead of a result of two numbers.
   */

  private static final int FRACTION_BITS = 52;
  private static final long SMALLEST_NORMAL_C = 1L << FRACTION_BITS;
  private static final long FRACTION_MASK = SMALLEST_NORMAL_C - 1;

  /** The exponent of the subnormals, and of the smallest normal doubles. */
  private static final int SMALLEST_Q = Double.MIN_EXPONENT - FRACTION_BITS;

  private static final int SMALLEST_K = -324;
  private static final int LARGEST_K = 292;
  private static final long LOW_63_BITS = Long.MAX_VALUE;

  /**
   * Section 9.8.3: two longs a power, g1 and g0, so that 10^-k is just below (g1 × 2^63 + g0) ×
   * 2^r.
   */
  private static final long[] POWERS = powers();

  private ShortestDecimal() {}

  /** Up to 17 digits, with trailing zeros. The value is finite and greater than zero. */
  static long digits(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int q = q(bits);
    long c = c(bits);
    boolean regular = isRegular(q, c);
    int k = regular ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
    int h = q + floorLog2Pow10(-k) + 2;
    int index = 2 * (k - SMALLEST_K);
    long g1 = POWERS[index];
    long g0 = POWERS[index + 1];

    long cb = c << 2;
    long vb = roundToOdd(g1, g0, cb << h);
    long vbl = roundToOdd(g1, g0, (regular ? cb - 2 : cb - 1) << h);
    long vbr = roundToOdd(g1, g0, (cb + 2) << h);
    // Parsing rounds half to even: the bounds themselves read back as the value when c is even.
    long excluded = c & 1;
    return choose(vb, vbl + excluded, vbr - excluded);
  }

  /** The power of ten that belongs to {@link #digits}. */
  static int exponent(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int q = q(bits);
    return isRegular(q, c(bits)) ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
  }

  /** The arguments are four times the value and the two bounds, in units of 10^k. */
  private static long choose(long vb, long lowest, long highest) {
    long s = vb >> 2;
    if (s >= 10) {
      long shorterBelow = 10 * (s / 10);
      long shorterAbove = shorterBelow + 10;
      boolean belowFits = lowest <= shorterBelow << 2;
      boolean aboveFits = shorterAbove << 2 <= highest;
      if (belowFits != aboveFits) {
        return belowFits ? shorterBelow : shorterAbove;
      }
    }
    long t = s + 1;
    boolean belowFits = lowest <= s << 2;
    boolean aboveFits = t << 2 <= highest;
    if (belowFits != aboveFits) {
      return belowFits ? s : t;
    }
    long fromMiddle = vb - ((s + t) << 1);
    boolean belowIsCloser = fromMiddle < 0 || (fromMiddle == 0 && (s & 1) == 0);
    return belowIsCloser ? s : t;
  }

  private static int q(long bits) {
    return SMALLEST_Q - 1 + Math.max(1, (int) (bits >>> FRACTION_BITS));
  }

  private static long c(long bits) {
    boolean subnormal = bits < SMALLEST_NORMAL_C;
    return subnormal ? bits : (bits & FRACTION_MASK) | SMALLEST_NORMAL_C;
  }

  /**
   * A power of two is twice as far from the double above as from the one below, except among the
   * smallest.
   */
  private static boolean isRegular(int q, long c) {
    return c != SMALLEST_NORMAL_C || q == SMALLEST_Q;
  }

  /** Section 9.9: cp × g × 2^-127, its last bit set when something was cut off. */
  private static long roundToOdd(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | (((z & LOW_63_BITS) + LOW_63_BITS) >>> 63);
  }

  /** floor(log10(2^e)); the factor is floor(log10(2) × 2^41). */
  static int floorLog10Pow2(int e) {
    return (int) ((e * 661_971_961_083L) >> 41);
  }

  /** floor(log10(3/4 × 2^e)); the offset is floor(log10(3/4) × 2^41). */
  static int floorLog10ThreeQuartersPow2(int e) {
    return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  /** floor(log2(10^e)); the factor is floor(log2(10) × 2^38). */
  static int floorLog2Pow10(int e) {
    return (int) ((e * 913_124_641_741L) >> 38);
  }

  private static long[] powers() {
    BigInteger low63Bits = BigInteger.valueOf(LOW_63_BITS);
    long[] powers = new long[2 * (LARGEST_K - SMALLEST_K + 1)];
    for (int k = SMALLEST_K; k <= LARGEST_K; k++) {
      BigInteger g = g(k);
      int index = 2 * (k - SMALLEST_K);
      powers[index] = g.shiftRight(63).longValueExact();
      powers[index + 1] = g.and(low63Bits).longValueExact();
    }
    return powers;
  }

  /** floor(10^-k × 2^-r) + 1, with r such that it has 126 bits. */
  private static BigInteger g(int k) {
    int r = floorLog2Pow10(-k) - 125;
    BigInteger floor =
        k <= 0
            ? BigInteger.TEN.pow(-k).shiftRight(r)
            : BigInteger.ONE.shiftLeft(-r).divide(BigInteger.TEN.pow(k));
    return floor.add(BigInteger.ONE);
  }
}
