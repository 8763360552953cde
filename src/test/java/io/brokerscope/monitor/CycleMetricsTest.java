package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CycleMetricsTest {
  private final CycleMetrics metrics = new CycleMetrics();

  @Test
  void aStepThatMissesAnswersIsNoSuccess() {
    metrics.step("topics", System.nanoTime(), 0);
    metrics.step("groups", System.nanoTime(), 2);

    assertEquals(
        Map.of("topics", 1.0, "groups", 0.0), byCollector("kafka_monitor_collect_success"));
    assertEquals(
        Map.of("topics", 0.0, "groups", 2.0), byCollector("kafka_monitor_collect_missing"));
  }

  @Test
  void aCycleThatFailedIsNoSuccessForAnyStep() {
    metrics.step("topics", System.nanoTime(), 0);
    metrics.step("all", System.nanoTime(), 0);

    metrics.failed("all", System.nanoTime());

    assertEquals(Map.of("topics", 0.0, "all", 0.0), byCollector("kafka_monitor_collect_success"));
    assertEquals(Map.of(), byCollector("kafka_monitor_collect_missing"));
  }

  private Map<String, Double> byCollector(String name) {
    return metrics.collect().stream()
        .flatMap(family -> family.samples.stream())
        .filter(sample -> sample.name.equals(name))
        .collect(
            Collectors.toMap(sample -> sample.labelValues.get(0), (Sample sample) -> sample.value));
  }
}
