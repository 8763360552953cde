package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GaugeTableTest {
  private static final FamilyChoice ALL = new FamilyChoice(Set.of());

  private record Row(LabelText labels, double size, double age) {
    static Row of(String name, double size, double age) {
      return new Row(LabelText.of(Labels.of("name", name)), size, age);
    }
  }

  private static final GaugeTable<Row> TABLE =
      GaugeTable.of(Row::labels)
          .gauge("size_bytes", "Size.", Row::size)
          .gauge("age_seconds", "Age.", Row::age)
          .build();

  private static String written(List<Row> rows, FamilyChoice choice) throws IOException {
    BodyPool pool = new BodyPool();
    ByteSink sink = pool.takeSink();
    TABLE.write(rows, choice, new Encoder(Format.TEXT, sink));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MetricsBody body = pool.finish(sink, Format.TEXT)) {
      body.writeTo(out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void familiesComeOneAfterTheOtherWithTheRowsOfEach() throws IOException {
    assertEquals(
        """
        # HELP size_bytes Size.
        # TYPE size_bytes gauge
        size_bytes{name="a"} 1
        size_bytes{name="b\\"c"} 2.5
        # HELP age_seconds Age.
        # TYPE age_seconds gauge
        age_seconds{name="a"} 10
        age_seconds{name="b\\"c"} 20
        """,
        written(List.of(Row.of("a", 1, 10), Row.of("b\"c", 2.5, 20)), ALL));
  }

  @Test
  void aRowWithoutAValueHasNoLineAndAFamilyWithoutLinesNoHeader() throws IOException {
    assertEquals(
        """
        # HELP size_bytes Size.
        # TYPE size_bytes gauge
        size_bytes{name="b"} 2
        """,
        written(List.of(Row.of("a", Double.NaN, Double.NaN), Row.of("b", 2, Double.NaN)), ALL));
  }

  @Test
  void onlyChosenFamiliesAreWritten() throws IOException {
    assertEquals(
        """
        # HELP age_seconds Age.
        # TYPE age_seconds gauge
        age_seconds{name="a"} 10
        """,
        written(List.of(Row.of("a", 1, 10)), new FamilyChoice(Set.of("age_seconds"))));
  }
}
