package io.brokerscope.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All samples of one scrape.
 *
 * @param samples in the order of their series
 */
record Exposition(List<Sample> samples) {
  Exposition {
    samples = samples.stream().sorted(Comparator.comparing(Sample::series)).toList();
  }

  boolean isEmpty() {
    return samples.isEmpty();
  }

  Set<String> series() {
    return samples.stream().map(Sample::series).collect(Collectors.toSet());
  }

  /** The samples without help texts, one a line. */
  String lines() {
    return samples.stream().map(Sample::toString).collect(joining("\n"));
  }

  /**
   * All there is to compare, as text. A family of several samples has the help text of one of them,
   * and which one is chance in jmx_exporter, so it counts only where a family has one sample.
   */
  String comparable() {
    Map<String, Long> familySizes = samples.stream().collect(groupingBy(Sample::name, counting()));
    return samples.stream()
        .map(s -> familySizes.get(s.name()) == 1 ? s + " # " + s.help() : s.toString())
        .collect(joining("\n"));
  }

  @Override
  public String toString() {
    return comparable();
  }
}
