package io.brokerscope.scrape;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scraper's own metrics. They describe the pass in whose response they stand, not the one
 * before.
 */
final class OwnMetrics extends Collector {
  private final Map<String, Long> scrapes = new TreeMap<>();

  /** Before the first pass too, because the families are asked for their names then. */
  private PassStats stats = PassStats.NONE;

  OwnMetrics() {
    for (ScrapeResult result : ScrapeResult.values()) {
      scrapes.put(result.label(), 0L);
    }
  }

  /** How a request for a scrape ended. */
  enum ScrapeResult {
    OK,
    TIMEOUT,
    ERROR;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  synchronized void count(ScrapeResult result) {
    scrapes.merge(result.label(), 1L, Long::sum);
  }

  synchronized void describe(PassStats pass) {
    stats = pass;
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>();
    CounterMetricFamily byResult =
        new CounterMetricFamily(
            "brokerscope_scrapes", "Requests for a scrape, by how they ended.", List.of("result"));
    scrapes.forEach((result, count) -> byResult.addMetric(List.of(result), count));
    families.add(byResult);
    addPass(families, stats.pass());
    addSeries(families, stats.series());
    addPlan(families, stats.plan());
    return families;
  }

  private static void addPass(List<MetricFamilySamples> families, PassStats.Pass pass) {
    families.add(
        gauge(
            "jmx_scrape_duration_seconds",
            "Time this scrape took to read the MBeans, in seconds.",
            pass.durationSeconds()));
    families.add(
        gauge(
            "jmx_scrape_error",
            "1 if an MBean could not be read in this scrape, else 0.",
            pass.beansFailed() > 0 ? 1 : 0));
    families.add(gauge("brokerscope_mbeans_read", "MBeans read in this scrape.", pass.beansRead()));
    families.add(
        gauge(
            "brokerscope_mbeans_failed",
            "MBeans that could not be read in this scrape; normally 0.",
            pass.beansFailed()));
    families.add(
        gauge(
            "brokerscope_attributes_failed",
            "Attributes that gave no value in this scrape although their MBean could be read.",
            pass.attributesFailed()));
    families.add(
        gauge(
            "brokerscope_rule_evaluations",
            "Values of this scrape for which the rules were run again because a pattern can see the value;"
                + " 0 or few is normal.",
            pass.ruleEvaluations()));
  }

  private static void addSeries(List<MetricFamilySamples> families, PassStats.SeriesStats series) {
    families.add(
        gauge(
            "brokerscope_series_exposed",
            "Series of MBeans written in this scrape.",
            series.exposed()));
    GaugeMetricFamily dropped =
        new GaugeMetricFamily(
            "brokerscope_series_dropped",
            "Series left out, by reason; normally 0. Of this scrape, but limit and bad_rule since the"
                + " rules were loaded.",
            List.of("reason"));
    series.dropped().forEach((reason, count) -> dropped.addMetric(List.of(reason), count));
    families.add(dropped);
  }

  private static void addPlan(List<MetricFamilySamples> families, PassStats.PlanStats plan) {
    families.add(
        gauge(
            "brokerscope_mbeans_tracked", "MBeans of which a rule wants something.", plan.beans()));
    families.add(
        new CounterMetricFamily(
            "brokerscope_plan_changes",
            "MBeans added to or removed from the plan since the rules were loaded.",
            plan.changes()));
    families.add(
        new CounterMetricFamily(
            "brokerscope_plan_build_seconds",
            "Time spent on plan changes since the rules were loaded, in seconds.",
            plan.buildSeconds()));
    CounterMetricFamily matches =
        new CounterMetricFamily(
            "brokerscope_rule_matches",
            "Attributes each rule has matched since it was loaded; 0 is a rule that matches nothing here.",
            List.of("rule", "line"));
    for (PassStats.RuleMatches rule : plan.ruleMatches()) {
      matches.addMetric(
          List.of(Integer.toString(rule.rule()), Integer.toString(rule.line())),
          (double) rule.attributes());
    }
    families.add(matches);
  }

  private static GaugeMetricFamily gauge(String name, String help, double value) {
    return new GaugeMetricFamily(name, help, value);
  }
}
