package io.brokerscope.exposition;

/**
 * The CRC-32 of two texts one after the other from those of each, without the texts. A CRC is a
 * remainder of polynomials, so the first one need only be multiplied by x to the power of the bits
 * that follow it (Mark Adler's crc32_combine in zlib). The highest power is the lowest bit.
 */
final class Crc32Sum {
  /** RFC 1952, section 8. */
  private static final int POLYNOMIAL = 0xedb88320;

  private static final int ONE = 1 << 31;
  private static final int X = 1 << 30;

  private Crc32Sum() {}

  static int of(int first, int second, long secondBytes) {
    return times(first, xToThe(secondBytes * Byte.SIZE)) ^ second;
  }

  private static int xToThe(long exponent) {
    int power = ONE;
    int square = X;
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        power = times(power, square);
      }
      square = times(square, square);
    }
    return power;
  }

  private static int times(int a, int b) {
    int product = 0;
    int shifted = b;
    for (int term = ONE; term != 0; term >>>= 1) {
      if ((a & term) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
    }
    return product;
  }
}
