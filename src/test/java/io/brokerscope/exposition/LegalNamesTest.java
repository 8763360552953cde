package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.jmx.JmxCollector;
import java.lang.reflect.Method;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle is jmx_exporter itself. */
class LegalNamesTest {
  private static final String ALPHABET = "aZx09_:_.-/ \"{}=,\n\\éß漢😀\u0000\u007f";

  @ParameterizedTest
  @CsvSource({
    "kafka.server, kafka_server",
    "a__b, a_b",
    "a.-_b, a_b",
    "9lives, _9lives",
    "_9lives, _9lives",
    "a:b, a:b",
    "-x-, _x_",
    "température, temp_rature",
    "'', ''",
  })
  void metricName(String text, String expected) {
    assertEquals(expected, LegalNames.metricName(text));
  }

  @Test
  void metricNamesAreThoseOfJmxExporter() throws ReflectiveOperationException {
    Method oracle = oracle("toSafeName");
    for (String text : randomTexts().toList()) {
      assertEquals(oracle.invoke(null, text), LegalNames.metricName(text));
    }
  }

  @Test
  void aLeadingDigitThatIsNotAsciiGivesOneUnderscoreWhereJmxExporterGivesTwo()
      throws ReflectiveOperationException {
    assertEquals("__x", oracle("toSafeName").invoke(null, "٣x"));
    assertEquals("_x", LegalNames.metricName("٣x"));
  }

  @Test
  void labelNamesAreMetricNamesWithColonsIllegal() {
    randomTexts()
        .forEach(
            text ->
                assertEquals(
                    LegalNames.metricName(text.replace(':', '.')), LegalNames.labelName(text)));
  }

  @Test
  void everyNonEmptyTextGivesALegalName() {
    randomTexts()
        .filter(text -> !text.isEmpty())
        .forEach(
            text -> {
              assertTrue(LegalNames.metricName(text).matches("[a-zA-Z_:][a-zA-Z0-9_:]*"));
              assertTrue(LegalNames.labelName(text).matches("[a-zA-Z_][a-zA-Z0-9_]*"));
            });
  }

  @Test
  void aLegalNameStaysAsItIs() {
    randomTexts()
        .map(LegalNames::labelName)
        .forEach(name -> assertEquals(name, LegalNames.labelName(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "testTCPTest, test_tcptest",
    "AA, aa",
    "bytesInPerSec, bytes_in_per_sec",
    "Already_Snake, already_snake",
    "'', ''",
  })
  void snakeCase(String text, String expected) {
    assertEquals(expected, LegalNames.snakeCase(text));
  }

  @Test
  void snakeCaseIsThatOfJmxExporter() throws ReflectiveOperationException {
    Method oracle = oracle("toSnakeAndLowerCase");
    for (String text : randomTexts().toList()) {
      assertEquals(oracle.invoke(null, text), LegalNames.snakeCase(text));
    }
  }

  private static Method oracle(String name) throws ReflectiveOperationException {
    Method method = JmxCollector.class.getDeclaredMethod(name, String.class);
    method.setAccessible(true);
    return method;
  }

  private static Stream<String> randomTexts() {
    Random random = new Random(3);
    return Stream.generate(() -> randomText(random)).limit(20_000);
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
