package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** What a process says of one metric, in series whose other labels a test cannot know. */
record AppFigures(LiveProcess process) {

  /** The series that have these labels, and any others. */
  List<Sample> series(String name, Map<String, String> labels) throws Exception {
    return matching(process.page(), name, labels);
  }

  private static List<Sample> matching(MetricsPage page, String name, Map<String, String> labels) {
    return page.named(name).stream()
        .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  /** The largest value of those that are numbers; minus infinity when there is none. */
  double largest(String name, Map<String, String> labels) throws Exception {
    return numbers(name, labels).max().orElse(Double.NEGATIVE_INFINITY);
  }

  double sum(String name, Map<String, String> labels) throws Exception {
    return numbers(name, labels).sum();
  }

  private DoubleStream numbers(String name, Map<String, String> labels) throws Exception {
    return series(name, labels).stream()
        .mapToDouble(Sample::value)
        .filter(value -> !Double.isNaN(value));
  }

  /** Waits until the largest value is accepted. */
  void awaitLargest(String name, Map<String, String> labels, DoublePredicate accepted)
      throws Exception {
    Await.until(
        "a sensible value of " + name + labels, () -> largest(name, labels), accepted::test);
  }

  void awaitPositive(String name) throws Exception {
    awaitLargest(name, Map.of(), value -> value > 0);
  }

  void awaitPositive(String name, Map<String, String> labels) throws Exception {
    awaitLargest(name, labels, value -> value > 0);
  }

  /** Waits for a value, and wants every one to be a share. */
  void awaitShares(String name) throws Exception {
    awaitLargest(name, Map.of(), value -> value >= 0);
    for (double value : numbers(name, Map.of()).toArray()) {
      assertTrue(value >= 0 && value <= 1, () -> name + " is " + value + ", expected 0 to 1");
    }
  }

  /** Waits until a counter has moved. */
  void awaitGrowth(String name, Map<String, String> labels) throws Exception {
    awaitPositive(name, labels);
    double before = sum(name, labels);
    Await.until(
        "more than %s of %s%s".formatted(before, name, labels),
        () -> sum(name, labels),
        now -> now > before);
  }
}
