package io.brokerscope.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.exposition.Format;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.YamlRules;
import io.brokerscope.scrape.beans.DynamicBean;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Through simpleclient's registry and writer, the samples are those of our own documents. */
class MBeanCollectorTest {
  private static final String YAML =
      """
      rules:
      - {pattern: 'type=H', name: summary, type: SUMMARY}
      - {pattern: 'counter=(.+)><>Value', name: c_total, labels: {of: $1}, type: COUNTER}
      - {pattern: 'gauge=(.+)><>Value', name: g, labels: {of: $1, z: last}, type: GAUGE}
      - {pattern: 'both=(.+)><>Value', name: g_total, labels: {of: $1}, type: GAUGE}
      - {pattern: 'Value', name: u, labels: {of: "quote \\" backslash \\\\\\\\"}}
      """;

  @Test
  void givesTheSamplesAndTypesOfOurOwnText() throws IOException {
    DynamicBean histogram =
        new DynamicBean()
            .ofClass("com.yammer.metrics.reporting.JmxReporter$Histogram")
            .with("Count", "long", () -> 3L)
            .with("Mean", "double", () -> 2.0)
            .with("99thPercentile", "double", () -> 1.5);
    try (Scraping scraping = Scraping.by(YAML)) {
      scraping.register("d:type=H", histogram);
      List<Double> values = List.of(1.0, -2.5, Double.NaN, Double.NEGATIVE_INFINITY, 1e300, 0.1);
      for (int i = 0; i < values.size(); i++) {
        for (String kind : List.of("counter", "gauge", "both")) {
          scraping.register(
              "d:" + kind + "=\"a,b=" + i + "\"", new DynamicBean().with("Value", values.get(i)));
        }
      }
      scraping.register("d:type=U", new DynamicBean().with("Value", 7));
      CollectorRegistry registry = new CollectorRegistry();
      registry.register(collector(scraping));
      StringWriter written = new StringWriter();
      TextFormat.write004(written, registry.metricFamilySamples());

      Map<String, Double> ours = scraping.series();
      assertTrue(ours.size() >= 18, ours.toString());
      // simpleclient ends the labels with a comma, which the format allows.
      assertEquals(ours, Scraping.parse(written.toString().replace("\",} ", "\"} ")));
      assertEquals(types(scraping.document(Format.TEXT)), types(written.toString()));
    }
  }

  private static List<String> types(String document) {
    return document
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .filter(line -> !line.contains(" jmx_scrape_") && !line.contains(" brokerscope_"))
        .sorted()
        .toList();
  }

  private static MBeanCollector collector(Scraping scraping) {
    RuleSet rules = YamlRules.compile(YAML);
    return new MBeanCollector(
        new ScrapeSources(scraping::server, () -> rules, scraping.errorLines()::add));
  }
}
