package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
  void staysTheSameWhenItsBytesMove() {
    Series series = Series.of("m", label("ä"));
    SeriesText text = SeriesText.of(new Series[] {Series.of("other", label("x")), series});
    assertEquals(2, text.size());
    assertEquals(Series.of("m", label("ä")), series);
    assertEquals(Series.of("m", label("ä")).hashCode(), series.hashCode());
    assertEquals("m{a=\"ä\"}", series.toString());
    assertEquals("m{a=\"ä\"} ", prefix(series));
  }

  @Test
  void manyAreWrittenAsOneByOne() {
    Series[] series = {
      Series.of("m", label("x")), Series.of("m", label("漢")), Series.of("m_count", Labels.none())
    };
    ByteSink oneByOne = new ByteSink();
    Encoder encoder = new Encoder(Format.TEXT, oneByOne);
    for (Series one : series) {
      encoder.sample(one, 1.5);
    }
    ByteSink together = new ByteSink();
    SeriesText text = SeriesText.of(series);
    Encoder second = new Encoder(Format.TEXT, together);
    for (int i = 0; i < text.size(); i++) {
      second.sample(text, i, 1.5);
    }
    assertEquals(text(oneByOne), text(together));
  }

  private static String text(ByteSink sink) {
    return new String(sink.array(), 0, sink.sizeBytes(), StandardCharsets.UTF_8);
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
    ByteSink sink = new ByteSink();
    series.putPrefix(sink);
    return text(sink);
  }
}
