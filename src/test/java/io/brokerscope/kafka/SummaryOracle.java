package io.brokerscope.kafka;

import io.brokerscope.kafka.SeriesValues.SeriesKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the summaries of the shipped rules must say, worked out from attributes that jmx_exporter
 * read under its default names.
 */
final class SummaryOracle {

  /** Attributes of Yammer's histograms, and the label of the quantile that each is. */
  private static final Map<String, String> QUANTILES =
      Map.of(
          "50thPercentile", "0.5",
          "75thPercentile", "0.75",
          "95thPercentile", "0.95",
          "98thPercentile", "0.98",
          "99thPercentile", "0.99",
          "999thPercentile", "0.999");

  private static final List<String> SUFFIXES = List.of("_sum", "_count");

  private final Map<SeriesKey, Double> values = new HashMap<>();
  private final Set<Summary> moving = new HashSet<>();

  /** One summary: a family's series that differ in nothing but their quantile. */
  private record Summary(String family, Map<String, String> labels) {

    /** The one that such a series of a family, without or with a suffix, belongs to. */
    static Summary of(SeriesKey series, String suffix) {
      String name = series.name();
      return new Summary(
          name.substring(0, name.length() - suffix.length()), without(series.labels(), "quantile"));
    }

    SeriesKey quantile(String quantile) {
      Map<String, String> all = new HashMap<>(labels);
      all.put("quantile", quantile);
      return new SeriesKey(family, all);
    }

    private static Map<String, String> without(Map<String, String> labels, String label) {
      Map<String, String> rest = new HashMap<>(labels);
      rest.remove(label);
      return rest;
    }
  }

  /** A histogram's MBean, as the default names show it: {@code prefix_attribute{name=...}}. */
  private record Bean(String prefix, Map<String, String> labels) {

    static Optional<Bean> having(SeriesKey attribute) {
      int end = attribute.name().lastIndexOf('_');
      return attribute.labels().containsKey("name")
          ? Optional.of(new Bean(attribute.name().substring(0, end), attribute.labels()))
          : Optional.empty();
    }

    SeriesKey attribute(String name) {
      return new SeriesKey(prefix + "_" + name, labels);
    }

    /** The shipped rules join all that is no label to a name in lower case. */
    Summary summary() {
      String family = (prefix + "_" + labels.get("name")).toLowerCase(Locale.ROOT);
      return new Summary(family, Summary.without(labels, "name"));
    }
  }

  SummaryOracle(TwoAgents.Reading reading) {
    Set<SeriesKey> attributes = new HashSet<>(reading.moving());
    reading.theirs().keys().forEach(attributes::add);
    attributes.stream()
        .map(Bean::having)
        .flatMap(Optional::stream)
        .distinct()
        .filter(bean -> attributes.contains(bean.attribute("50thPercentile")))
        .forEach(histogram -> add(histogram, attributes, reading));
  }

  private void add(Bean histogram, Set<SeriesKey> attributes, TwoAgents.Reading reading) {
    Stream<String> needed = Stream.concat(QUANTILES.keySet().stream(), Stream.of("Count", "Mean"));
    if (needed.map(histogram::attribute).anyMatch(reading.moving()::contains)) {
      moving.add(histogram.summary());
      return;
    }
    double count = reading.theirs().get(histogram.attribute("Count"));
    double sum = reading.theirs().get(histogram.attribute("Mean")) * count;
    // Only a timer has rates; its values are nanoseconds divided, while a histogram's are whole.
    boolean timer = attributes.contains(histogram.attribute("OneMinuteRate"));
    Summary summary = histogram.summary();
    values.put(new SeriesKey(summary.family() + "_count", summary.labels()), count);
    values.put(
        new SeriesKey(summary.family() + "_sum", summary.labels()), timer ? sum : Math.rint(sum));
    if (count > 0) {
      QUANTILES.forEach(
          (attribute, quantile) ->
              values.put(
                  summary.quantile(quantile),
                  reading.theirs().get(histogram.attribute(attribute))));
    }
  }

  /** All summaries of these families, but for those that move by themselves. */
  SeriesValues expected(Set<String> families) {
    return new SeriesValues(values).only(key -> belongs(key, families));
  }

  /** The same of what our agent read. */
  SeriesValues comparable(SeriesValues read, Set<String> families) {
    return read.only(
        key -> belongs(key, families) && !moving.contains(Summary.of(key, suffix(key, families))));
  }

  private static boolean belongs(SeriesKey key, Set<String> families) {
    return families.contains(Summary.of(key, suffix(key, families)).family());
  }

  private static String suffix(SeriesKey key, Set<String> families) {
    if (families.contains(key.name())) {
      return "";
    }
    return SUFFIXES.stream().filter(key.name()::endsWith).findFirst().orElse("");
  }
}
