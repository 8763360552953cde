package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.MetricType;
import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The same plan as an ordinary simpleclient collector, for programs that embed it. It costs what
 * simpleclient's objects cost; the agent itself does not use it.
 */
public final class MBeanCollector extends Collector implements AutoCloseable {
  private final LivePlan livePlan;

  public MBeanCollector(ScrapeSources sources) {
    this.livePlan = new LivePlan(sources, Set::of, true);
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    SeriesTable table = livePlan.read(new FamilyChoice(Set.of())).context().table();
    List<MetricFamilySamples> families = new ArrayList<>();
    for (FamilyTable family : table.ordered()) {
      if (!family.suppressed()) {
        List<MetricFamilySamples.Sample> samples = samples(family, table.values());
        if (!samples.isEmpty()) {
          families.add(
              new MetricFamilySamples(family.name(), type(family), family.help(), samples));
        }
      }
    }
    return families;
  }

  /** Stops listening to the MBean server; unregister the collector first. */
  @Override
  public synchronized void close() {
    livePlan.close();
  }

  private static List<MetricFamilySamples.Sample> samples(FamilyTable family, ValueStore values) {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      double value = family.value(i, values);
      boolean negativeCounter = family.type() == MetricType.COUNTER && value < 0;
      if (!Absent.is(value) && !negativeCounter) {
        samples.add(sample(ParsedSeries.of(family.series(i)), value));
      }
    }
    return samples;
  }

  private static MetricFamilySamples.Sample sample(ParsedSeries series, double value) {
    return new MetricFamilySamples.Sample(
        series.name(), series.labelNames(), series.labelValues(), value);
  }

  private static Type type(FamilyTable family) {
    return switch (family.type()) {
      case COUNTER -> Type.COUNTER;
      case GAUGE -> Type.GAUGE;
      case SUMMARY -> Type.SUMMARY;
      case HISTOGRAM -> Type.HISTOGRAM;
      case UNKNOWN -> Type.UNKNOWN;
    };
  }
}
