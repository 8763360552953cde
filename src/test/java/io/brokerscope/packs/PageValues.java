package io.brokerscope.packs;

import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.SeriesSpec;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the gauges and counters on a process's page against their MBeans, read from outside before
 * and after the page: a value that stands still must be the same, one that moves must be about what
 * it had. Where it moves to and fro between the readings, another series of the metric or another
 * look shows more of it.
 *
 * <p>Summaries have their own oracle, as their figures are computed.
 */
final class PageValues {
  /** Coordinators' percentiles are of the time since somebody last read them. */
  private static final Pattern BEGUN_ANEW_BY_READING =
      Pattern.compile("kafka_server_(group|share)_coordinator_metrics_\\w+_time_ms_(max|p\\d+)");

  /** How much further than seen, as a share, a value may move between two readings. */
  private static final double MOVES_BY = 0.5;

  private final LiveProcess process;
  private final Map<SeriesId, DoubleSummaryStatistics> had = new HashMap<>();
  private final Set<String> proven = new HashSet<>();
  private final Map<SeriesId, String> otherwise = new HashMap<>();

  PageValues(LiveProcess process) {
    this.process = process;
  }

  /** Looks once more. */
  PageValues look() throws Exception {
    Map<SeriesId, Double> before = meant();
    Map<SeriesId, Double> shown = new HashMap<>();
    process.page().samples().forEach(s -> shown.put(SeriesId.of(s), s.value()));
    Map<SeriesId, Double> after = meant();
    remember(before);
    remember(after);
    otherwise.clear();
    shown.keySet().retainAll(before.keySet());
    shown.keySet().retainAll(after.keySet());
    shown.forEach(this::judge);
    otherwise.keySet().removeIf(series -> proven.contains(series.name()));
    return this;
  }

  private void remember(Map<SeriesId, Double> values) {
    values.forEach(
        (series, value) ->
            had.computeIfAbsent(series, s -> new DoubleSummaryStatistics()).accept(value));
  }

  private void judge(SeriesId series, double value) {
    DoubleSummaryStatistics range = had.get(series);
    if (isAmong(range, value)) {
      proven.add(series.name());
    } else {
      otherwise.put(
          series,
          "%s is %s, its MBean had %s to %s"
              .formatted(series, value, range.getMin(), range.getMax()));
    }
  }

  /**
   * Exactly where it stands still; about so where it moves, which another attribute would not be.
   */
  private static boolean isAmong(DoubleSummaryStatistics range, double value) {
    double lowest = range.getMin();
    double highest = range.getMax();
    double slack = lowest == highest ? 0 : MOVES_BY * Math.max(Math.abs(lowest), Math.abs(highest));
    // Once it was NaN, so are both ends of the range, and nothing can be said of a number.
    return Double.isNaN(lowest) || (value >= lowest - slack && value <= highest + slack);
  }

  /** Series of metrics that no look showed with a value of an MBean, with what they had. */
  List<String> wrong() {
    return List.copyOf(otherwise.values());
  }

  /** How many metrics had a value of their MBean. */
  int proven() {
    return proven.size();
  }

  @Override
  public String toString() {
    return otherwise.values().toString();
  }

  private Map<SeriesId, Double> meant() throws Exception {
    ProcessReading reading = ProcessReading.of(process);
    Map<SeriesId, Double> values = new HashMap<>();
    for (PackDecision decision : reading.decisions(reading.use().form())) {
      decision
          .series()
          .filter(series -> isComparable(decision.spec().orElseThrow().family()))
          .ifPresent(series -> values.put(series, value(decision)));
    }
    return values;
  }

  private static boolean isComparable(SeriesSpec.Family family) {
    return family.type() != MetricType.SUMMARY
        && !BEGUN_ANEW_BY_READING.matcher(family.name()).matches();
  }

  private static double value(PackDecision decision) {
    SeriesSpec.ValueSpec said = decision.spec().orElseThrow().value();
    return said.constant().orElseGet(() -> decision.value().number() * said.factor());
  }
}
