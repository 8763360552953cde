package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.exposition.Format;
import io.brokerscope.scrape.beans.DynamicBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duplicates, types, names that are taken, limits, and rules that look at the value. */
class SeriesRulesTest {
  private static final String SAME_NAME = "rules: [{pattern: Value, name: m}]";

  private static DynamicBean value(double value) {
    return new DynamicBean().with("Value", value);
  }

  @ParameterizedTest
  @CsvSource({"a,b,c", "c,b,a", "b,a,c", "b,c,a"})
  void theFirstInObjectNameOrderWins(String first, String second, String third) {
    Map<String, Double> values = Map.of("a", 1.0, "b", 2.0, "c", 3.0);
    try (Scraping scraping = Scraping.by(SAME_NAME)) {
      for (String type : List.of(first, second, third)) {
        scraping.register("d:type=" + type, value(values.get(type)));
        scraping.all();
      }
      Map<String, Double> all = scraping.all();
      assertEquals(1, all.get("m"));
      assertEquals(2, dropped(all, "duplicate"));
      scraping.unregister("d:type=a");
      assertEquals(Map.of("m", 2.0), scraping.series());
      scraping.unregister("d:type=c");
      assertEquals(Map.of("m", 2.0), scraping.series());
      assertEquals(0, dropped(scraping.all(), "duplicate"));
    }
  }

  @ParameterizedTest
  @CsvSource({"COUNTER,counter", "GAUGE,gauge", "UNTYPED,untyped"})
  void aFamilyHasTheTypeOfItsRule(String type, String written) {
    String yaml = "rules: [{pattern: Value, name: m_total, type: %s}]".formatted(type);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", value(1))) {
      assertTrue(scraping.document(Format.TEXT).contains("# TYPE m_total " + written + "\n"));
    }
  }

  @Test
  void aFamilyOfTwoTypesIsUntypedAsLongAsItHasBoth() {
    String yaml =
        """
        rules:
        - {pattern: 'type=A', name: m_total, labels: {t: A}, type: COUNTER}
        - {pattern: 'type=B', name: m_total, labels: {t: B}, type: GAUGE}
        """;
    try (Scraping scraping = Scraping.by(yaml)) {
      scraping.register("d:type=A", value(1)).register("d:type=B", value(2));
      assertTrue(scraping.document(Format.TEXT).contains("# TYPE m_total untyped\n"));
      scraping.unregister("d:type=B");
      assertTrue(scraping.document(Format.TEXT).contains("# TYPE m_total counter\n"));
    }
  }

  @Test
  void aCounterIsUnknownInOpenMetricsOnlyWhileItsShortNameIsTaken() {
    String yaml =
        "rules: [{pattern: 'type=A', name: m, type: COUNTER}, {pattern: 'type=B', name: m, type: GAUGE}]";
    try (Scraping scraping = Scraping.by(yaml)) {
      scraping.register("d:type=A", value(1)).register("d:type=B", value(2));
      assertTrue(scraping.document(Format.OPENMETRICS).contains("# TYPE m_total unknown\n"));
      scraping.unregister("d:type=B");
      assertTrue(scraping.document(Format.OPENMETRICS).contains("# TYPE m counter\n"));
    }
  }

  @Test
  void aNegativeCounterIsDroppedAndCounted() {
    String yaml = "rules: [{pattern: 'type=(.)', name: $1, type: COUNTER}]";
    try (Scraping scraping = Scraping.by(yaml)) {
      scraping.register("d:type=a", value(-1)).register("d:type=b", value(2));
      Map<String, Double> all = scraping.all();
      assertFalse(all.containsKey("a_total"));
      assertEquals(2, all.get("b_total"));
      assertEquals(1, dropped(all, "invalid_value"));
    }
  }

  @Test
  void aCounterThatIsNaNIsDroppedInOpenMetricsOnly() {
    String yaml = "rules: [{pattern: 'type=(.)', name: $1, type: COUNTER}]";
    try (Scraping scraping = Scraping.by(yaml).register("d:type=a", value(Double.NaN))) {
      assertEquals(Double.NaN, scraping.all().get("a_total"));
      Map<String, Double> all = Scraping.parse(scraping.document(Format.OPENMETRICS));
      assertFalse(all.containsKey("a_total"));
      assertEquals(1, dropped(all, "invalid_value"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jmx_scrape_error",
    "brokerscope_response_bytes",
    "brokerscope_scrapes_total",
    "brokerscope_scrapes"
  })
  void aNameOfTheAgentItselfIsTaken(String name) {
    String yaml = "rules: [{pattern: 'Value', name: %s}]".formatted(name);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", value(-77))) {
      Map<String, Double> all = scraping.all();
      assertFalse(all.containsValue(-77.0));
      assertEquals(1, dropped(all, "name_taken"));
    }
  }

  @Test
  void reachingTheLimitIsSaidOnce() {
    try (Scraping scraping = Scraping.by("limits: {maxSeries: 1}")) {
      scraping.register("limit:type=One", value(1)).register("limit:type=Two", value(2));
      scraping.series();
      scraping.series();
      assertEquals(
          List.of(
              "limits.maxSeries (1) is reached, 1 series are not exposed:"
                  + " raise it, or let the rules take less"),
          scraping.errorLines());
    }
  }

  @Test
  void aRefusedSeriesIsExposedWhenThereIsRoom() {
    try (Scraping scraping = Scraping.by("limits: {maxSeries: 1}")) {
      scraping.register("limit:type=One", value(1)).register("limit:type=Two", value(2));
      scraping.series();
      scraping.unregister("limit:type=One");
      assertEquals(Set.of("limit_Two_Value"), scraping.series().keySet());
    }
  }

  @Test
  void seriesBeyondTheLimitAreNotExposed() {
    String yaml = "limits: {maxSeries: 3}";
    try (Scraping scraping = Scraping.by(yaml)) {
      for (int i = 0; i < 5; i++) {
        scraping.register("d:type=A" + i, value(i));
      }
      Map<String, Double> all = scraping.all();
      assertEquals(3, all.get("brokerscope_series_exposed"));
      assertEquals(2, dropped(all, "limit"));
      assertEquals(3, scraping.series().size());
    }
  }

  @Test
  void aRuleThatSeesTheNumberIsRightAtEveryScrape() {
    AtomicInteger value = new AtomicInteger();
    String yaml =
        """
        rules:
        - {pattern: 'Value: (\\d)$', name: digit, labels: {d: $1}}
        - {pattern: 'Value: -', name: negative}
        - {pattern: 'Value: (\\d)(\\d+)$', name: long, labels: {first: $1}, value: $2}
        """;
    DynamicBean bean = new DynamicBean().with("Value", value::get);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      for (int number : new int[] {7, 8, 8, -7, 123, 124, 7, 0, -1}) {
        value.set(number);
        assertEquals(expected(number), scraping.series());
      }
    }
  }

  private static Map<String, Double> expected(int number) {
    String text = Integer.toString(number);
    Map<String, Double> series = new TreeMap<>();
    if (number < 0) {
      series.put("negative", (double) number);
    } else if (text.length() == 1) {
      series.put("digit{d=\"" + text + "\"}", (double) number);
    } else {
      series.put("long{first=\"" + text.charAt(0) + "\"}", Double.parseDouble(text.substring(1)));
    }
    return series;
  }

  @Test
  void aTextsSeriesChangesWithTheText() {
    AtomicReference<String> state = new AtomicReference<>("RUNNING");
    String yaml = "rules: [{pattern: 'Value: ([A-Z]+)', name: state, labels: {is: $1}, value: 1}]";
    DynamicBean bean = new DynamicBean().with("Value", "java.lang.String", state::get);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      assertEquals(Map.of("state{is=\"RUNNING\"}", 1.0), scraping.series());
      state.set("DEAD");
      assertEquals(Map.of("state{is=\"DEAD\"}", 1.0), scraping.series());
      state.set(null);
      assertEquals(Map.of(), scraping.series());
      state.set("DEAD");
      assertEquals(Map.of("state{is=\"DEAD\"}", 1.0), scraping.series());
    }
  }

  private static double dropped(Map<String, Double> all, String reason) {
    return all.get("brokerscope_series_dropped{reason=\"" + reason + "\"}");
  }
}
