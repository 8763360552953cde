package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All samples of a canary's collector at one moment. */
record CanaryReading(List<Sample> samples) {

  static CanaryReading of(Canary canary) {
    List<Sample> samples =
        canary.collector().collect().stream().flatMap(family -> family.samples.stream()).toList();
    CanaryReading reading = new CanaryReading(samples);
    assertEquals(
        reading.sum("kafka_canary_probes_total"),
        reading.sum("kafka_canary_messages_total") + reading.sum("kafka_canary_inflight"),
        "outcomes and probes in flight add up to the probes sent");
    return reading;
  }

  /**
   * The sum of a metric's series.
   *
   * @param labels name and value in turn that the series must have
   */
  double sum(String name, String... labels) {
    return named(name, labels).mapToDouble(sample -> sample.value).sum();
  }

  double outcomes(Outcome outcome) {
    return sum("kafka_canary_messages_total", "outcome", outcome.label());
  }

  /** The values of a label in the series of a metric that are above 0. */
  Set<String> counted(String label, String name, String... labels) {
    return named(name, labels)
        .filter(sample -> sample.value > 0)
        .map(sample -> sample.labelValues.get(sample.labelNames.indexOf(label)))
        .collect(Collectors.toSet());
  }

  boolean isUp() {
    return sum("kafka_canary_up") == 3;
  }

  boolean isUp(String check) {
    return sum("kafka_canary_up", "check", check) == 1;
  }

  private Stream<Sample> named(String name, String... labels) {
    return samples.stream().filter(sample -> sample.name.equals(name) && has(sample, labels));
  }

  private static boolean has(Collector.MetricFamilySamples.Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      int index = sample.labelNames.indexOf(labels[i]);
      if (index < 0 || !sample.labelValues.get(index).equals(labels[i + 1])) {
        return false;
      }
    }
    return true;
  }

  /** Without histograms' buckets, to be read in a failure. */
  @Override
  public String toString() {
    return samples.stream()
        .filter(sample -> !sample.name.endsWith("_bucket") && !sample.name.endsWith("_created"))
        .map(sample -> sample.name + sample.labelValues + " " + sample.value)
        .collect(Collectors.joining("\n"));
  }
}
