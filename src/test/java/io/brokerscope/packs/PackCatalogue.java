package io.brokerscope.packs;

import static java.util.stream.Collectors.groupingBy;

import io.brokerscope.config.ConfigException;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.SeriesSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The metrics of a pack on the processes that run it.
 *
 * @param rows by metric, what is there by default before what debug adds
 */
record PackCatalogue(Pack pack, List<MetricRow> rows) {

  static PackCatalogue of(Pack pack, List<MBeanReading> readings)
      throws IOException, ConfigException {
    RuleSet plain = pack.rules(Pack.Form.DEFAULT);
    RuleSet debug = pack.rules(Pack.Form.DEBUG);
    Map<String, MetricRow> byDefault = new TreeMap<>();
    Map<String, MetricRow> inDebug = new TreeMap<>();
    for (MBeanReading reading : readings) {
      List<PackDecision> shipped = exposed(PackDecisions.of(plain, reading));
      addAll(byDefault, shipped, Pack.Form.DEFAULT);
      List<PackDecision> more = new ArrayList<>(exposed(PackDecisions.of(debug, reading)));
      Set<String> known = new HashSet<>();
      shipped.forEach(decision -> known.add(identity(decision)));
      more.removeIf(decision -> known.contains(identity(decision)));
      addAll(inDebug, more, Pack.Form.DEBUG);
    }
    List<MetricRow> rows = new ArrayList<>(byDefault.values());
    rows.addAll(inDebug.values());
    rows.sort(Comparator.comparing(MetricRow::metric).thenComparing(MetricRow::form));
    return new PackCatalogue(pack, List.copyOf(rows));
  }

  /** The names of series, a summary's with and without its suffixes. */
  Set<String> names(Pack.Form form) {
    Set<String> names = new TreeSet<>();
    for (MetricRow row : rows) {
      if (row.form().compareTo(form) <= 0) {
        names.add(row.metric());
        if (row.type().equals("summary")) {
          names.add(row.metric() + "_count");
          names.add(row.metric() + "_sum");
        }
      }
    }
    return names;
  }

  boolean has(MetricRow wanted) {
    return rows.stream().anyMatch(wanted::sameAs);
  }

  private static List<PackDecision> exposed(List<PackDecision> decisions) {
    return decisions.stream().filter(decision -> decision.spec().isPresent()).toList();
  }

  /** Which value becomes which metric: a value may be another metric in debug. */
  private static String identity(PackDecision decision) {
    LiveValue value = decision.value();
    return value.bean() + " " + value.path() + " " + metric(decision);
  }

  private static String metric(PackDecision decision) {
    return decision.spec().orElseThrow().family().name();
  }

  private static void addAll(
      Map<String, MetricRow> rows, List<PackDecision> decisions, Pack.Form form) {
    decisions.stream()
        .collect(groupingBy(PackCatalogue::metric))
        .forEach(
            (metric, ofMetric) ->
                rows.computeIfAbsent(metric, name -> new MetricRow(firstRule(ofMetric), form))
                    .add(ofMetric));
  }

  /** The family is told as the first of its rules tells it. */
  private static SeriesSpec firstRule(List<PackDecision> decisions) {
    return decisions.stream()
        .map(decision -> decision.spec().orElseThrow())
        .min(Comparator.comparingInt(SeriesSpec::rule))
        .orElseThrow();
  }
}
