package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Format;
import io.brokerscope.scrape.beans.DynamicBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scraper's own metrics speak of the scrape in whose document they stand. */
class OwnMetricsTest {

  @Test
  void anErrorShowsInTheVeryScrapeAndInNoOther() {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    DynamicBean bean =
        new DynamicBean()
            .with(
                "Value",
                () -> {
                  if (failure.get() != null) {
                    throw failure.get();
                  }
                  return 1;
                })
            .refusingLists();
    try (Scraping scraping = Scraping.by("{}").register("d:type=A", bean)) {
      assertEquals(0, scraping.all().get("jmx_scrape_error"));
      failure.set(new IllegalStateException("now"));
      assertEquals(1, scraping.all().get("jmx_scrape_error"));
      failure.set(null);
      assertEquals(0, scraping.all().get("jmx_scrape_error"));
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theResponsesSizeIsThatOfTheDocument(Format format) {
    try (Scraping scraping = Scraping.by("{}")) {
      int size = sizeBytes(scraping.document(format));
      // One byte more each time, until the size itself has had a digit more for a while.
      for (int label = 10_000 - size - 150; label < 10_000 - size; label++) {
        String name = "d:type=A,n=" + "x".repeat(label);
        scraping.register(name, new DynamicBean().with("Value", 1));
        String document = scraping.document(format);
        assertEquals(
            sizeBytes(document), Scraping.parse(document).get("brokerscope_response_bytes"));
        scraping.unregister(name);
      }
    }
  }

  private static int sizeBytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void countsWhatWasReadAndExposed() {
    String yaml =
        "includeObjectNames: ['d:*']\nrules: [{pattern: Value, name: a, labels: {t: '$0'}}, {pattern: x}]";
    try (Scraping scraping = Scraping.by(yaml)) {
      scraping.register("d:type=A", new DynamicBean().with("Value", "int", () -> 1));
      scraping.register("d:type=B", new DynamicBean().with("Value", "int", () -> 2));
      scraping.register("d:type=C", new DynamicBean().with("Other", "int", () -> 3));
      Map<String, Double> all = scraping.all();
      assertEquals(2, all.get("brokerscope_mbeans_tracked"));
      assertEquals(2, all.get("brokerscope_mbeans_read"));
      assertEquals(2, all.get("brokerscope_series_exposed"));
      assertEquals(2, all.get("brokerscope_plan_changes_total"));
      assertEquals(2, all.get("brokerscope_rule_matches_total{rule=\"0\",line=\"2\"}"));
      assertEquals(0, all.get("brokerscope_rule_matches_total{rule=\"1\",line=\"2\"}"));
    }
  }

  @Test
  void anMBeanThatIsReadInSeveralPartsCountsOnce() {
    String yaml =
        "rules: [{pattern: 'Slow', name: slow, minIntervalSeconds: 3600}, {pattern: 'Fast', name: fast}]";
    DynamicBean bean = new DynamicBean().with("Slow", "int", () -> 1).with("Fast", "int", () -> 2);
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      assertEquals(1, scraping.all().get("brokerscope_mbeans_read"));
    }
  }
}
