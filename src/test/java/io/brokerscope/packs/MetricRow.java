package io.brokerscope.packs;

import io.brokerscope.exposition.Label;
import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.SeriesSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A metric of a pack as the catalogue shows it. One that a rule of debug adds series to has two
 * rows.
 */
final class MetricRow {
  private static final List<String> ONLY_ATTRIBUTE = List.of("Value");

  private final SeriesSpec first;
  private final Pack.Form form;
  private final SortedSet<String> labels = new TreeSet<>();
  private final SortedSet<String> sources = new TreeSet<>();
  private int mostSeries;

  MetricRow(SeriesSpec first, Pack.Form form) {
    this.first = first;
    this.form = form;
  }

  /** Adds what one process has of the metric. */
  void add(Iterable<PackDecision> decisions) {
    Set<SeriesId> series = new HashSet<>();
    for (PackDecision decision : decisions) {
      decision.spec().ifPresent(this::addLabels);
      decision.series().ifPresent(series::add);
      sources.add(source(decision));
    }
    mostSeries = Math.max(mostSeries, series.size());
  }

  private void addLabels(SeriesSpec spec) {
    for (Label label : spec.labels().all()) {
      labels.add(label.name());
    }
    if (spec.family().type() == MetricType.SUMMARY) {
      labels.add("quantile"); // Also of one that has no value yet.
    }
  }

  /** The MBeans, and their attribute unless it is the only one, or one of a summary's many. */
  private static String source(PackDecision decision) {
    LiveValue value = decision.value();
    String kind = MBeanKind.of(value.bean());
    boolean ofSummary = decision.spec().orElseThrow().family().type() == MetricType.SUMMARY;
    return ofSummary || value.path().equals(ONLY_ATTRIBUTE) ? kind : value.kind();
  }

  String metric() {
    return first.family().name();
  }

  String type() {
    return first.family().type().name().toLowerCase(Locale.ROOT);
  }

  String help() {
    return first.family().help();
  }

  Pack.Form form() {
    return form;
  }

  SortedSet<String> labels() {
    return labels;
  }

  SortedSet<String> sources() {
    return sources;
  }

  /** Whether the other says the same, of whatever number of series. */
  boolean sameAs(MetricRow other) {
    return form == other.form
        && first.family().equals(other.first.family())
        && labels.equals(other.labels)
        && sources.equals(other.sources);
  }

  /** Of the process that has the most. */
  int mostSeries() {
    return mostSeries;
  }
}
