package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0",
    "1.0, 1",
    "-42.0, -42",
    "9007199254740991.0, 9007199254740991",
    "9007199254740992.0, 9.007199254740992E15",
    "-9007199254740991.0, -9007199254740991",
    "1e9, 1000000000",
    "1e16, 1E16",
    "1e23, 1E23",
    "2e23, 2E23",
    "0.1, 0.1",
    "-1.5, -1.5",
    "0.30000000000000004, 0.30000000000000004",
    "0.001, 0.001",
    "0.0012345678901234567, 0.0012345678901234567",
    "0.00099, 9.9E-4",
    "9999999.5, 9999999.5",
    "10000000.5, 1.00000005E7",
    "1234.0625, 1234.0625",
    "100.001, 100.001",
    "-1.7976931348623157E308, -1.7976931348623157E308",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "4.9E-324, 5E-324",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf",
  })
  void writes(double value, String expected) {
    assertEquals(expected, text(value));
  }

  @Test
  void readsBackBitForBit() {
    RandomDoubles.all()
        .flatMap(value -> DoubleStream.of(value, -value))
        .forEach(value -> assertSameBits(value, Double.parseDouble(text(value))));
  }

  @Test
  void hasNeverMoreDigitsThanDoubleToString() {
    RandomDoubles.all()
        .forEach(
            value ->
                assertTrue(
                    digits(text(value)) <= digits(Double.toString(value)),
                    () -> text(value) + " is longer than " + value));
  }

  @Test
  void writesAnExponentOnlyForFractionsAndHugeNumbersOutsideThePlainRange() {
    RandomDoubles.all()
        .forEach(
            value -> {
              boolean exactInteger = value < 0x1p53 && value == Math.rint(value);
              boolean plain = exactInteger || (value >= 1e-3 && value < 1e7);
              assertEquals(plain, text(value).indexOf('E') < 0, () -> text(value));
            });
  }

  @Test
  void neverNeedsMoreThanTheRoomItAsksFor() {
    assertTrue(
        RandomDoubles.all().allMatch(value -> text(-value).length() <= DoubleText.MAX_BYTES));
  }

  @Test
  void countsDigits() {
    for (long power = 1, digits = 1; digits < 18; power *= 10, digits++) {
      assertEquals(digits, DoubleText.digitCount(power));
      assertEquals(digits, DoubleText.digitCount(10 * power - 1));
    }
  }

  @Test
  void allocatesNothing() {
    byte[] target = new byte[DoubleText.MAX_BYTES];
    double[] values = RandomDoubles.all().limit(100_000).toArray();
    long allocatedBytes =
        AllocatedBytes.ofSecondRun(
            () -> {
              for (double value : values) {
                DoubleText.write(value, target, 0);
              }
            });
    assertEquals(0, allocatedBytes);
  }

  /**
   * Written at an index that is not zero, with room behind, to see that nothing else is touched.
   */
  private static String text(double value) {
    byte[] target = new byte[3 + DoubleText.MAX_BYTES + 3];
    Arrays.fill(target, (byte) '#');
    int end = DoubleText.write(value, target, 3);
    String written = new String(target, StandardCharsets.US_ASCII);
    assertEquals("###", written.substring(0, 3));
    assertTrue(written.substring(end).matches("#*"), written);
    return written.substring(3, end);
  }

  private static void assertSameBits(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
  }

  private static int digits(String number) {
    return new BigDecimal(number).stripTrailingZeros().precision();
  }
}
