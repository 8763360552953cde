package io.brokerscope.kafka;

import io.brokerscope.demo.MetricsPage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Series with their values. Values are compared as {@link Double#equals} does: bit for bit, and NaN
 * is equal to NaN. How a number is printed is not compared: 3, 3.0 and 3E0 are one double.
 */
record SeriesValues(Map<SeriesKey, Double> values) {

  private static final int DIFFERENCES_SHOWN = 30;

  /** Identity of a series. */
  record SeriesKey(String name, Map<String, String> labels) {}

  SeriesValues {
    values = Map.copyOf(values);
  }

  /** What a page says of Kafka's MBeans; fails when a series comes twice. */
  static SeriesValues ofKafka(MetricsPage page) {
    return new SeriesValues(
        page.samples().stream()
            .filter(sample -> sample.name().startsWith("kafka_"))
            .collect(
                Collectors.toMap(
                    sample -> new SeriesKey(sample.name(), sample.labels()),
                    MetricsPage.Sample::value)));
  }

  int size() {
    return values.size();
  }

  Stream<SeriesKey> keys() {
    return values.keySet().stream();
  }

  /** Null for a series that there is not. */
  Double get(SeriesKey key) {
    return values.get(key);
  }

  SeriesValues only(Predicate<SeriesKey> wanted) {
    return new SeriesValues(
        values.entrySet().stream()
            .filter(entry -> wanted.test(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The series that the other has not, or with another value, and the other way round. */
  Set<SeriesKey> differing(SeriesValues other) {
    Set<SeriesKey> all = new HashSet<>(values.keySet());
    all.addAll(other.values.keySet());
    all.removeIf(key -> Objects.equals(get(key), other.get(key)));
    return all;
  }

  /** The same for people: one line for each such series, of many the first ones only. */
  List<String> differences(SeriesValues actual) {
    return differing(actual).stream()
        .map(key -> key + ": expected " + get(key) + " but was " + actual.get(key))
        .sorted()
        .limit(DIFFERENCES_SHOWN)
        .toList();
  }
}
