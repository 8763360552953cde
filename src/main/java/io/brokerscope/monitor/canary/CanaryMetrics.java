package io.brokerscope.monitor.canary;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All metrics of the canary. The counts of probes are taken at one moment, so that they add up in
 * every scrape.
 */
final class CanaryMetrics extends Collector {
  private final ProbeRecord probes;
  private final Supplier<CanaryView> views;
  private final Supplier<CanaryState> states;

  CanaryMetrics(ProbeRecord probes, Supplier<CanaryView> views, Supplier<CanaryState> states) {
    this.probes = probes;
    this.views = views;
    this.states = states;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Ledger.Counts counts = probes.ledger().counts(System.nanoTime());
    List<MetricFamilySamples> families = new ArrayList<>();
    families.add(sent(counts));
    families.add(outcomes(counts));
    families.add(duplicates(counts));
    families.add(
        new GaugeMetricFamily(
            "kafka_canary_inflight",
            "Probes of which it is not yet known what becomes of them.",
            counts.inFlight().values().stream().mapToInt(Integer::intValue).sum()));
    families.addAll(probes.instruments().collect());
    families.add(up(states.get()));
    families.add(
        new GaugeMetricFamily(
            "kafka_canary_brokers_without_leader",
            "Live brokers that lead no partition of the canary's topic, so that no probe goes there.",
            views.get().brokersWithoutLeader()));
    return families;
  }

  private static MetricFamilySamples sent(Ledger.Counts counts) {
    CounterMetricFamily family =
        new CounterMetricFamily(
            "kafka_canary_probes_total",
            "Probes sent, or tried to; the outcomes and the probes in flight add up to it.",
            List.of("partition", "broker"));
    counts
        .routes()
        .forEach(
            (route, count) -> family.addMetric(List.of(route.labels()), (double) count.sent()));
    return family;
  }

  private static MetricFamilySamples outcomes(Ledger.Counts counts) {
    CounterMetricFamily family =
        new CounterMetricFamily(
            "kafka_canary_messages_total",
            "What became of the probes, exactly one outcome each.",
            List.of("partition", "broker", "outcome"));
    counts.routes().forEach((route, count) -> addOutcomes(family, route, count.outcomes()));
    return family;
  }

  private static void addOutcomes(
      CounterMetricFamily family, Route route, Map<Outcome, Long> outcomes) {
    String[] labels = route.labels();
    outcomes.forEach(
        (outcome, count) ->
            family.addMetric(List.of(labels[0], labels[1], outcome.label()), (double) count));
  }

  private static MetricFamilySamples duplicates(Ledger.Counts counts) {
    CounterMetricFamily family =
        new CounterMetricFamily(
            "kafka_canary_duplicates_total",
            "Copies of probes beyond the first, as the producer's retries make them.",
            List.of("partition"));
    counts
        .duplicates()
        .forEach(
            (partition, count) -> family.addMetric(List.of(partition.toString()), (double) count));
    return family;
  }

  private static MetricFamilySamples up(CanaryState state) {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kafka_canary_up",
            "1 if the check succeeded on every partition, or coordinator, within 3 of its intervals"
                + " and its SLA.",
            List.of("check"));
    family.addMetric(List.of("produce"), state.produceUp() ? 1 : 0);
    family.addMetric(List.of("consume"), state.consumeUp() ? 1 : 0);
    family.addMetric(List.of("commit"), state.commitUp() ? 1 : 0);
    return family;
  }
}
