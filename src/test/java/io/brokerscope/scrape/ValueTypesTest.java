package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a value of each Java type. */
class ValueTypesTest {
  private static final String TEXT_RULES =
      """
      rules:
      - {pattern: 'Value: (HIGH|up)$', name: state, labels: {is: $1}, value: 1}
      - {pattern: 'Value', name: number}
      """;

  /** A constant with a body is of a class of its own, which is no enum class. */
  private enum Level {
    HIGH {
      @Override
      public String toString() {
        return "HIGH";
      }
    }
  }

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of((byte) 1, 1.0),
        Arguments.of((short) 2, 2.0),
        Arguments.of(3, 3.0),
        Arguments.of(9_007_199_254_740_993L, 9_007_199_254_740_992.0),
        Arguments.of(Long.MIN_VALUE, -0x1p63),
        Arguments.of(0.5f, 0.5),
        Arguments.of(-0.25, -0.25),
        Arguments.of(Double.NaN, Double.NaN),
        Arguments.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
        Arguments.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
        Arguments.of(new BigDecimal("1E+30"), 1e30),
        Arguments.of(new BigInteger("18446744073709551616"), 0x1p64),
        Arguments.of(new AtomicLong(7), 7.0),
        Arguments.of(true, 1.0),
        Arguments.of(false, 0.0),
        Arguments.of(new Date(1_500), 1.5),
        Arguments.of(Optional.of(8), 8.0),
        Arguments.of(Optional.of(Optional.of(true)), 1.0));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void isANumber(Object value, double expected) {
    assertEquals(Map.of("d_A_Value", expected), scrape("{}", value));
  }

  static Stream<Object> others() {
    return Stream.of(
        Optional.empty(),
        OptionalInt.of(3),
        'c',
        "42",
        Level.HIGH,
        List.of(1),
        Map.of("a", 1),
        new int[] {1},
        new Object());
  }

  @ParameterizedTest
  @MethodSource("others")
  void isNoNumber(Object value) {
    assertEquals(Map.of(), scrape("{}", value));
  }

  @Test
  void nullIsNoNumber() {
    assertEquals(Map.of(), scrape("{}", null));
  }

  @Test
  void aFactorAppliesToNumbersAndDatesButNotToBooleans() {
    String yaml = "rules: [{valueFactor: 10}]";
    assertEquals(Map.of("d_A_Value", 20.0), scrape(yaml, 2));
    assertEquals(Map.of("d_A_Value", 1.0), scrape(yaml, true));
  }

  @Test
  void aConstantReplacesBooleansToo() {
    assertEquals(
        Map.of("d_A_Value", 5.0),
        scrape("includeObjectNames: ['d:*']\nrules: [{value: 5}]", false));
  }

  @Test
  void aTextIsExposedByARuleWithAValue() {
    assertEquals(Map.of("state{is=\"up\"}", 1.0), scrape(TEXT_RULES, "up"));
  }

  @Test
  void anEnumConstantWithABodyIsATextLikeOthers() {
    assertEquals(Map.of("state{is=\"HIGH\"}", 1.0), scrape(TEXT_RULES, Level.HIGH));
  }

  @Test
  void aTextMayHoldColons() {
    String yaml = "rules: [{pattern: 'Value: (.*)', name: m, labels: {l: $1}, value: 1}]";
    assertEquals(Map.of("m{l=\"a: b:c\"}", 1.0), scrape(yaml, "a: b:c"));
  }

  @Test
  void aTextWithALineBreakMatchesNoPattern() {
    String yaml = "rules: [{pattern: 'Value', name: m, value: 1}]";
    assertEquals(Map.of(), scrape(yaml, "a\nb"));
  }

  @Test
  void aTextWithALineBreakIsExposedWithoutAPattern() {
    assertEquals(
        Map.of("d_A_Value", 1.0),
        scrape("includeObjectNames: ['d:*']\nrules: [{value: 1}]", "a\nb"));
  }

  @Test
  void aValueOfAnotherClassThanLastTimeIsTakenAsItIs() {
    AtomicReference<Object> value = new AtomicReference<>();
    DynamicBean bean = new DynamicBean().with("Value", value::get);
    try (Scraping scraping = Scraping.by(TEXT_RULES).register("d:type=A", bean)) {
      for (int round = 0; round < 2; round++) {
        value.set(3);
        assertEquals(Map.of("number", 3.0), scraping.series());
        value.set("up");
        assertEquals(Map.of("state{is=\"up\"}", 1.0), scraping.series());
        value.set("down");
        assertEquals(Map.of(), scraping.series());
        value.set(true);
        assertEquals(Map.of("number", 1.0), scraping.series());
        value.set(null);
        assertEquals(Map.of(), scraping.series());
      }
    }
  }

  @Test
  void aTypeThatNeverIsANumberIsNotAskedForAgain() {
    DynamicBean bean = new DynamicBean().with("Value", new Object()).with("Other", 1);
    try (Scraping scraping = Scraping.by("{}").register("d:type=A", bean)) {
      scraping.series();
      assertEquals(Map.of("d_A_Other", 1.0), scraping.series());
      assertEquals(1, bean.reads("Value"));
      assertEquals(2, bean.reads("Other"));
    }
  }

  @Test
  void withoutAutoExcludeItIsAskedForAgain() {
    AtomicReference<Object> value = new AtomicReference<>(new Object());
    DynamicBean bean = new DynamicBean().with("Value", value::get);
    String yaml = "autoExcludeObjectNameAttributes: false";
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      assertEquals(Map.of(), scraping.series());
      value.set(4);
      assertEquals(Map.of("d_A_Value", 4.0), scraping.series());
    }
  }

  @Test
  void nullArraysAndEmptyOptionalsAreAskedForAgain() {
    for (Object nothingYet : new Object[] {null, new int[] {1}, Optional.empty()}) {
      AtomicReference<Object> value = new AtomicReference<>(nothingYet);
      DynamicBean bean = new DynamicBean().with("Value", value::get);
      try (Scraping scraping = Scraping.by("{}").register("d:type=A", bean)) {
        assertEquals(Map.of(), scraping.series());
        value.set(4);
        assertEquals(Map.of("d_A_Value", 4.0), scraping.series());
      }
    }
  }

  private static Map<String, Double> scrape(String yaml, Object value) {
    DynamicBean bean = new DynamicBean().with("Value", () -> value);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      return scraping.series();
    }
  }
}
