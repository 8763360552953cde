package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void withoutLabelsItHasNoBraces() {
    assertEquals("up ", prefix(Series.of("up", Labels.none())));
  }

  @Test
  void labelsStandInTheirOrder() {
    Labels.Builder labels = Labels.builder();
    labels.add("topic", "orders");
    labels.add("partition", "0");
    assertEquals(
        "lag{topic=\"orders\",partition=\"0\"} ", prefix(Series.of("lag", labels.build())));
  }

  @Test
  void backslashesQuotesAndLineFeedsAreEscaped() {
    assertEquals(
        "m{a=\"C:\\\\x \\\"q\\\" \\n.\"} ", prefix(Series.of("m", label("C:\\x \"q\" \n."))));
  }

  @Test
  void otherCharactersAreWrittenAsUtf8() {
    assertEquals("m{a=\"é漢😀\r\t\"} ", prefix(Series.of("m", label("é漢😀\r\t"))));
  }

  @Test
  void halfASurrogatePairBecomesAQuestionMark() {
    assertEquals("m{a=\"?\"} ", prefix(Series.of("m", label("\ud83d"))));
  }

  @Test
  void isItsOwnKeyInAMap() {
    Map<Series, Integer> map = new HashMap<>();
    map.put(Series.of("m", label("x")), 1);
    assertEquals(1, map.get(Series.of("m", label("x"))));
    assertNull(map.get(Series.of("m", label("y"))));
  }

  @Test
  void differsFromASeriesOfAnotherName() {
    assertNotEquals(Series.of("m", label("x")), Series.of("n", label("x")));
  }

  @Test
  void handsOutItsBytesWithoutACopy() {
    Series series = Series.of("m", Labels.none());
    assertSame(series.prefix(), series.prefix());
  }

  @Test
  void showsItselfAsWritten() {
    assertEquals("m{a=\"x\"}", Series.of("m", label("x")).toString());
  }

  private static Labels label(String value) {
    Labels.Builder labels = Labels.builder();
    labels.add("a", value);
    return labels.build();
  }

  private static String prefix(Series series) {
    return new String(series.prefix(), StandardCharsets.UTF_8);
  }
}
