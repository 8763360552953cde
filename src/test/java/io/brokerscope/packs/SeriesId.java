package io.brokerscope.packs;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.exposition.Label;
import io.brokerscope.exposition.Labels;
import java.util.Map;
import java.util.TreeMap;

/** What a series is known by. */
record SeriesId(String name, Map<String, String> labels) {

  static SeriesId of(Sample sample) {
    return new SeriesId(sample.name(), new TreeMap<>(sample.labels()));
  }

  static SeriesId of(String name, Labels labels) {
    Map<String, String> byName = new TreeMap<>();
    for (Label label : labels.all()) {
      byName.put(label.name(), label.value());
    }
    return new SeriesId(name, byName);
  }

  SeriesId with(String label, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(label, value);
    return new SeriesId(name, more);
  }

  @Override
  public String toString() {
    return name + labels;
  }
}
