package io.brokerscope.oracle;

import io.prometheus.jmx.JmxCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MalformedObjectNameException;

/** jmx_exporter's collector with one configuration. */
final class Upstream {
  private final JmxCollector collector;
  private final PrometheusRegistry registry;

  private Upstream(JmxCollector collector, PrometheusRegistry registry) {
    this.collector = collector;
    this.registry = registry;
  }

  static Upstream load(String yaml) throws MalformedObjectNameException {
    PrometheusRegistry registry = new PrometheusRegistry();
    return new Upstream(new JmxCollector(yaml).register(registry), registry);
  }

  /**
   * What it exposes.
   *
   * @throws AssertionError if it fails: such a case must say so
   */
  Exposition scrape() {
    MetricSnapshots snapshots = collector.collect();
    if (lastScrapeFailed()) {
      throw new AssertionError("jmx_exporter lost MBeans because one of them failed");
    }
    return new Exposition(samples(snapshots));
  }

  /** Whether the whole scrape throws, or is cut short at an MBean. */
  boolean fails() {
    try {
      collector.collect();
      return lastScrapeFailed();
    } catch (RuntimeException whole) {
      return true;
    }
  }

  /** Its own gauge stands in the registry, and is rendered before the next scrape begins. */
  private boolean lastScrapeFailed() {
    for (MetricSnapshot snapshot : registry.scrape()) {
      if (snapshot.getMetadata().getName().equals("jmx_scrape_error")
          && snapshot instanceof GaugeSnapshot gauge) {
        return gauge.getDataPoints().get(0).getValue() != 0;
      }
    }
    throw new IllegalStateException("jmx_exporter says nothing of its errors");
  }

  private static List<Sample> samples(MetricSnapshots snapshots) {
    List<Sample> samples = new ArrayList<>();
    for (MetricSnapshot snapshot : snapshots) {
      for (DataPointSnapshot point : snapshot.getDataPoints()) {
        samples.add(sample(snapshot, point));
      }
    }
    return samples;
  }

  private static Sample sample(MetricSnapshot snapshot, DataPointSnapshot point) {
    String name = snapshot.getMetadata().getPrometheusName();
    String help = snapshot.getMetadata().getHelp();
    Map<String, String> labels = labels(point.getLabels());
    if (snapshot instanceof CounterSnapshot
        && point instanceof CounterSnapshot.CounterDataPointSnapshot counter) {
      return new Sample(name + "_total", labels, "counter", help, counter.getValue());
    }
    if (snapshot instanceof GaugeSnapshot
        && point instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge) {
      return new Sample(name, labels, "gauge", help, gauge.getValue());
    }
    if (snapshot instanceof UnknownSnapshot
        && point instanceof UnknownSnapshot.UnknownDataPointSnapshot unknown) {
      return new Sample(name, labels, "untyped", help, unknown.getValue());
    }
    throw new IllegalStateException("jmx_exporter has no rule type for " + snapshot.getClass());
  }

  private static Map<String, String> labels(Labels labels) {
    Map<String, String> all = new HashMap<>();
    labels.forEach(label -> all.put(label.getName(), label.getValue()));
    return all;
  }
}
