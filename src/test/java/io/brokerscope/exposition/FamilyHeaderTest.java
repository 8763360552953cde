package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyHeaderTest {

  @ParameterizedTest
  @CsvSource({"GAUGE, gauge", "SUMMARY, summary", "HISTOGRAM, histogram", "UNKNOWN, untyped"})
  void textHasHelpThenType(MetricType type, String written) {
    assertEquals(
        "# HELP m Some help.\n# TYPE m " + written + "\n",
        lines(new FamilyHeader("m", type, "Some help."), Format.TEXT));
  }

  @ParameterizedTest
  @CsvSource({"GAUGE, gauge", "SUMMARY, summary", "HISTOGRAM, histogram", "UNKNOWN, unknown"})
  void openMetricsHasTypeThenHelp(MetricType type, String written) {
    assertEquals(
        "# TYPE m " + written + "\n# HELP m Some help.\n",
        lines(new FamilyHeader("m", type, "Some help."), Format.OPENMETRICS));
  }

  @Test
  void aCounterKeepsItsNameInText() {
    FamilyHeader header = new FamilyHeader("m_total", MetricType.COUNTER, "h");
    assertEquals("# HELP m_total h\n# TYPE m_total counter\n", lines(header, Format.TEXT));
  }

  @Test
  void aCounterLosesItsSuffixInOpenMetrics() {
    FamilyHeader header = new FamilyHeader("m_total", MetricType.COUNTER, "h");
    assertEquals("# TYPE m counter\n# HELP m h\n", lines(header, Format.OPENMETRICS));
    assertEquals("m", header.openMetricsName());
  }

  @Test
  void aCounterWhoseShortNameIsTakenIsUnknownInOpenMetricsOnly() {
    FamilyHeader header =
        new FamilyHeader("m_total", MetricType.COUNTER, "h").withoutOpenMetricsCounter();
    assertEquals("# TYPE m_total unknown\n# HELP m_total h\n", lines(header, Format.OPENMETRICS));
    assertEquals("# HELP m_total h\n# TYPE m_total counter\n", lines(header, Format.TEXT));
  }

  @Test
  void aCounterCalledTotalAndNoMoreIsUnknownInOpenMetrics() {
    FamilyHeader header = new FamilyHeader("_total", MetricType.COUNTER, "h");
    assertEquals("# TYPE _total unknown\n# HELP _total h\n", lines(header, Format.OPENMETRICS));
  }

  @Test
  void aGaugeKeepsATotalInItsName() {
    FamilyHeader header = new FamilyHeader("m_total", MetricType.GAUGE, "h");
    assertEquals("# TYPE m_total gauge\n# HELP m_total h\n", lines(header, Format.OPENMETRICS));
  }

  @Test
  void refusesACounterWithoutTotal() {
    assertThrows(
        IllegalArgumentException.class, () -> new FamilyHeader("m", MetricType.COUNTER, "h"));
  }

  @Test
  void escapesBackslashesAndLineFeedsButNoQuotesInText() {
    FamilyHeader header = new FamilyHeader("m", MetricType.GAUGE, "a\\b\n\"c\"");
    assertEquals("# HELP m a\\\\b\\n\"c\"\n# TYPE m gauge\n", lines(header, Format.TEXT));
  }

  @Test
  void escapesQuotesTooInOpenMetrics() {
    FamilyHeader header = new FamilyHeader("m", MetricType.GAUGE, "a\\b\n\"c\"");
    assertEquals(
        "# TYPE m gauge\n# HELP m a\\\\b\\n\\\"c\\\"\n", lines(header, Format.OPENMETRICS));
  }

  private static String lines(FamilyHeader header, Format format) {
    return new String(header.lines(format), StandardCharsets.UTF_8);
  }
}
