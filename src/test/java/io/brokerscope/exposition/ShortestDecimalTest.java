package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** The oracle is BigDecimal, which holds any double exactly, and Double.parseDouble. */
class ShortestDecimalTest {

  @Test
  void readsBackAsTheSameDouble() {
    RandomDoubles.all().forEach(value -> assertEquals(value, decimal(value).doubleValue()));
  }

  @Test
  void noShorterDecimalReadsBack() {
    RandomDoubles.all()
        .forEach(
            value -> {
              int fewerDigits = decimal(value).precision() - 1;
              if (fewerDigits > 0) {
                assertNotEquals(
                    value, rounded(value, fewerDigits, RoundingMode.FLOOR).doubleValue());
                assertNotEquals(
                    value, rounded(value, fewerDigits, RoundingMode.CEILING).doubleValue());
              }
            });
  }

  @Test
  void noDecimalOfTheSameLengthIsCloser() {
    RandomDoubles.all()
        .forEach(
            value -> {
              BigDecimal ours = decimal(value);
              BigDecimal closest = rounded(value, ours.precision(), RoundingMode.HALF_EVEN);
              if (closest.doubleValue() == value) {
                assertEquals(0, closest.compareTo(ours), () -> closest + " is closer than " + ours);
              }
            });
  }

  @Test
  void rendersTheSmallestDoubleWithOneDigit() {
    assertEquals(new BigDecimal("5E-324"), decimal(Double.MIN_VALUE));
  }

  @Test
  void floorsOfLogarithmsAreExactForEveryExponentThatOccurs() {
    for (int e = -1074; e <= 971; e++) {
      assertEquals(floorLog10(powerOf(2, e)), ShortestDecimal.floorLog10Pow2(e));
      assertEquals(
          floorLog10(powerOf(2, e).multiply(new BigDecimal("0.75"))),
          ShortestDecimal.floorLog10ThreeQuartersPow2(e));
    }
  }

  @Test
  void floorsOfBinaryLogarithmsAreExactForEveryExponentThatOccurs() {
    for (int e = 0; e <= 324; e++) {
      int bits = BigInteger.TEN.pow(e).bitLength();
      assertEquals(bits - 1, ShortestDecimal.floorLog2Pow10(e));
      if (e > 0) {
        // 10^-e lies strictly between two powers of two.
        assertEquals(-bits, ShortestDecimal.floorLog2Pow10(-e));
      }
    }
  }

  private static BigDecimal decimal(double value) {
    BigDecimal withZeros =
        BigDecimal.valueOf(ShortestDecimal.digits(value), -ShortestDecimal.exponent(value));
    return withZeros.stripTrailingZeros();
  }

  private static BigDecimal rounded(double value, int digits, RoundingMode mode) {
    return new BigDecimal(value).round(new MathContext(digits, mode));
  }

  private static BigDecimal powerOf(int base, int exponent) {
    BigDecimal power = BigDecimal.valueOf(base).pow(Math.abs(exponent));
    return exponent < 0 ? BigDecimal.ONE.divide(power) : power;
  }

  private static int floorLog10(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
