package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a process says of itself; a figure that is asked for must be there. */
record Figures(MetricsPage page) {
  private static final Set<String> QUANTILES =
      Set.of("0.5", "0.75", "0.95", "0.98", "0.99", "0.999");

  static Figures of(LiveProcess process) throws Exception {
    return new Figures(process.page());
  }

  /** Reads until the figures are as expected; some are read now and then only. */
  static Figures of(LiveProcess process, String expected, Predicate<Figures> accepted)
      throws Exception {
    return Await.until(expected, () -> of(process), accepted);
  }

  /**
   * The one series that has these labels and no others.
   *
   * @param labels names and values in turn
   */
  double value(String name, String... labels) {
    return page.value(name, map(labels))
        .orElseThrow(() -> new AssertionError("no " + name + map(labels) + ": " + of(name)));
  }

  /** The sum of all series that have these labels among theirs. */
  double sum(String name, String... labels) {
    List<Sample> found = of(name, labels);
    assertTrue(!found.isEmpty(), () -> "no " + name + " with " + map(labels) + ": " + of(name));
    return found.stream().mapToDouble(Sample::value).sum();
  }

  /** All series that have these labels among theirs; perhaps none. */
  List<Sample> of(String name, String... labels) {
    Map<String, String> wanted = map(labels);
    return page.named(name).stream()
        .filter(sample -> sample.labels().entrySet().containsAll(wanted.entrySet()))
        .toList();
  }

  /** The values that a label has among the series of a name. */
  Set<String> labelValues(String name, String label) {
    return page.named(name).stream()
        .map(sample -> sample.labels().getOrDefault(label, ""))
        .collect(Collectors.toSet());
  }

  /** Checks that a summary has counted something, and that its parts fit together. */
  void assertSummary(String name, String... labels) {
    double count = value(name + "_count", labels);
    double sum = value(name + "_sum", labels);
    assertTrue(count > 0, name + "_count is " + count);
    assertTrue(sum >= 0, name + "_sum is " + sum);
    List<Sample> quantiles = of(name, labels);
    assertEquals(
        QUANTILES,
        quantiles.stream().map(q -> q.labels().get("quantile")).collect(Collectors.toSet()));
    double[] values =
        quantiles.stream()
            .sorted(Comparator.comparing(q -> Double.parseDouble(q.labels().get("quantile"))))
            .mapToDouble(Sample::value)
            .toArray();
    for (int i = 1; i < values.length; i++) {
      assertTrue(values[i] >= values[i - 1], () -> "falling quantiles: " + quantiles);
    }
  }

  private static Map<String, String> map(String... labels) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      map.put(labels[i], labels[i + 1]);
    }
    return map;
  }
}
