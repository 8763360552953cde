package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.scrape.beans.DynamicBean;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CustomizerTest {
  private static final String LABELS =
      """
      metricCustomizers:
      - mbeanFilter: {domain: d}
        attributesAsLabels: [Version, client-id, Missing]
      rules: [{pattern: '<>(Count)', name: $1}]
      """;

  @Test
  void attributesBecomeLabelsAndChangeWithThem() {
    AtomicReference<Object> version = new AtomicReference<>("1.0");
    DynamicBean bean =
        new DynamicBean().with("Count", 5).with("Version", version::get).with("client-id", 7);
    try (Scraping scraping = Scraping.by(LABELS).register("d:type=A", bean)) {
      assertEquals(Map.of("Count{Version=\"1.0\",client_id=\"7\"}", 5.0), scraping.series());
      version.set("1.1\n\"beta\"");
      assertEquals(
          Map.of("Count{Version=\"1.1\\n\\\"beta\\\"\",client_id=\"7\"}", 5.0), scraping.series());
      version.set(null);
      assertEquals(Map.of("Count{client_id=\"7\"}", 5.0), scraping.series());
      version.set("1.0");
      assertEquals(Map.of("Count{Version=\"1.0\",client_id=\"7\"}", 5.0), scraping.series());
    }
  }

  @Test
  void otherMBeansAreLeftAlone() {
    DynamicBean bean =
        new DynamicBean().with("Count", 5).with("Version", "java.lang.String", () -> "1");
    try (Scraping scraping = Scraping.by(LABELS).register("e:type=A", bean)) {
      assertEquals(Map.of("Count", 5.0), scraping.series());
      assertEquals(0, bean.reads("Version"));
    }
  }

  @Test
  void extraMetricsGoThroughTheRulesLikeAttributes() {
    String yaml =
        """
        metricCustomizers:
        - mbeanFilter: {domain: d}
          attributesAsLabels: [Version]
          extraMetrics:
          - {name: extraNumber, value: 2.5}
          - {name: extraFlag, value: true}
          - {name: extraText, value: up}
        rules:
        - {pattern: '<>extraText: up', name: text, value: 9}
        - {pattern: '<>(extra\\w+)', name: $1}
        """;
    DynamicBean bean = new DynamicBean().with("Version", "1");
    try (Scraping scraping = Scraping.by(yaml).register("d:type=A", bean)) {
      assertEquals(
          Map.of(
              "extraNumber{Version=\"1\"}", 2.5,
              "extraFlag{Version=\"1\"}", 1.0,
              "text{Version=\"1\"}", 9.0),
          scraping.series());
    }
  }
}
