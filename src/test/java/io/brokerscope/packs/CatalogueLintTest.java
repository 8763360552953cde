package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What promtool finds in the metrics of the catalogue is what is accepted. The catalogue has both
 * forms of all rules, which no page has at once.
 */
class CatalogueLintTest {
  private static final AcceptedFindings ACCEPTED = AcceptedFindings.read();

  private static List<String> findings;

  @BeforeAll
  static void checkTheCatalogue() throws Exception {
    PromtoolLint promtool = PromtoolLint.orSkip();
    String page = page(Files.readString(Path.of("config", "METRICS.md")));
    findings = promtool.findings(page.getBytes(StandardCharsets.UTF_8));
    assertTrue(findings.size() > 100, findings::toString);
  }

  @Test
  void nothing_is_found_that_has_no_reason() {
    assertEquals("", String.join("\n", ACCEPTED.missingFor(findings)));
  }

  @Test
  void nothing_has_a_reason_that_is_not_found() {
    assertEquals("", String.join("\n", ACCEPTED.idleFor(findings)));
  }

  /** One series of each metric, with the labels that any of its rows has. */
  private static String page(String catalogue) {
    Map<String, CatalogueFile.Metric> metrics = new TreeMap<>();
    for (CatalogueFile.Metric metric : CatalogueFile.metrics(catalogue)) {
      metrics.merge(metric.name(), metric, CatalogueFile.Metric::withLabelsOf);
    }
    return metrics.values().stream().map(CatalogueLintTest::family).collect(Collectors.joining());
  }

  private static String family(CatalogueFile.Metric metric) {
    String labels =
        metric.labels().stream()
            .filter(label -> !label.equals("quantile"))
            .map(label -> label + "=\"any\"")
            .collect(Collectors.joining(",", "{", "}"));
    String head = "# HELP %1$s %2$s\n# TYPE %1$s %3$s\n";
    String series =
        metric.type().equals("summary") ? "%1$s_sum%4$s 1\n%1$s_count%4$s 1\n" : "%1$s%4$s 1\n";
    return (head + series).formatted(metric.name(), metric.help(), metric.type(), labels);
  }
}
