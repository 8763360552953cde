package io.brokerscope.registry;

import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.FamilyHeader;
import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.LegalNames;
import io.brokerscope.exposition.MetricType;
import io.brokerscope.exposition.Series;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CollectorRegistry;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the families of a simpleclient registry: some hundreds or thousands of samples, nearly
 * always the same ones, whose bytes are kept between passes. Used by one thread at a time.
 */
public final class RegistryWriter {
  /** When a counter was made; nobody uses it, and it doubles the counters. */
  private static final String CREATED = "_created";

  /**
   * Far more than a JVM has, and enough for two histograms a broker of hundreds of brokers; a label
   * that changes all the time must not pile up.
   */
  private static final int MOST_KEPT = 1 << 15;

  private final CollectorRegistry registry;
  private final Map<SampleKey, Series> seriesKept = new HashMap<>();
  private final Map<HeaderKey, FamilyHeader> headersKept = new HashMap<>();

  private record SampleKey(String name, List<String> labelNames, List<String> labelValues) {}

  private record HeaderKey(String name, MetricType type, String help) {}

  public RegistryWriter(CollectorRegistry registry) {
    this.registry = registry;
  }

  /** Every name the registry's families write, and the names of its counters in OpenMetrics. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    for (MetricFamilySamples family : Collections.list(registry.metricFamilySamples())) {
      names.add(writtenName(family));
      names.add(family.name);
      type(family).sampleSuffixes().forEach(suffix -> names.add(family.name + suffix));
    }
    return names;
  }

  /** Appends the chosen families. */
  public void write(Encoder encoder, FamilyChoice choice) {
    for (MetricFamilySamples family : Collections.list(registry.metricFamilySamples())) {
      MetricType type = type(family);
      String name = writtenName(family);
      if (choice.includes(name, type)) {
        encoder.family(header(new HeaderKey(name, type, family.help)));
        for (MetricFamilySamples.Sample sample : family.samples) {
          if (!sample.name.endsWith(CREATED)) {
            encoder.sample(series(sample), sample.value);
          }
        }
      }
    }
  }

  private FamilyHeader header(HeaderKey key) {
    return keptOrMade(headersKept, key, k -> new FamilyHeader(k.name(), k.type(), k.help()));
  }

  private Series series(MetricFamilySamples.Sample sample) {
    SampleKey key = new SampleKey(sample.name, sample.labelNames, sample.labelValues);
    return keptOrMade(seriesKept, key, k -> Series.of(k.name(), labels(k)));
  }

  private static <K, V> V keptOrMade(Map<K, V> kept, K key, Function<K, V> make) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(key, make);
  }

  /**
   * simpleclient names a counter's family without {@code _total} and an info's without {@code
   * _info}.
   */
  private static String writtenName(MetricFamilySamples family) {
    return switch (family.type) {
      case COUNTER -> family.name + "_total";
      case INFO -> family.name + "_info";
      default -> family.name;
    };
  }

  private static MetricType type(MetricFamilySamples family) {
    return switch (family.type) {
      case COUNTER -> MetricType.COUNTER;
      case GAUGE, INFO -> MetricType.GAUGE;
      case SUMMARY -> MetricType.SUMMARY;
      case HISTOGRAM -> MetricType.HISTOGRAM;
      default -> MetricType.UNKNOWN;
    };
  }

  private static Labels labels(SampleKey sample) {
    Labels.Builder labels = Labels.builder();
    for (int i = 0; i < sample.labelNames().size(); i++) {
      labels.add(LegalNames.labelName(sample.labelNames().get(i)), sample.labelValues().get(i));
    }
    return labels.build();
  }
}
