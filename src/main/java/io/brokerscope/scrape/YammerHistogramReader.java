package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.List;

/**
 * Reads a Yammer histogram, or a timer's, past JMX: one look at the reservoir serves all
 * percentiles. They come at the latest when the pass flushes its {@link ReservoirBatch}.
 */
final class YammerHistogramReader implements BeanReader {
  private final Object metric;
  private final HistogramAccess access;
  private final HistogramNodes nodes;
  private final CountGuard guard = new CountGuard();

  YammerHistogramReader(Object metric, HistogramAccess access, HistogramNodes nodes) {
    this.metric = metric;
    this.access = access;
    this.nodes = nodes;
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    long count = access.count(metric);
    if (nodes.count() != null) {
      nodes.count().acceptLong(count, plan);
    }
    if (guard.holds(count)) {
      return;
    }
    readMoments(count, plan);
    if (count == 0 && plan.rules().omitEmptyHistograms()) {
      nodes.clearPercentiles(plan);
    } else if (nodes.wantsPercentiles()) {
      plan.reservoirs().add(this, plan);
    }
  }

  private void readMoments(long count, PlanContext plan) {
    if (nodes.sum() != null) {
      double mean = access.mean(metric);
      nodes.sum().acceptDouble(HistogramNodes.sum(mean, count, access.wholeNumbers()), plan);
    }
    HistogramNodes.Moments moments = nodes.moments();
    if (moments.mean() != null) {
      moments.mean().acceptDouble(access.mean(metric), plan);
    }
    if (moments.min() != null) {
      moments.min().acceptDouble(access.min(metric), plan);
    }
    if (moments.max() != null) {
      moments.max().acceptDouble(access.max(metric), plan);
    }
    if (moments.stdDev() != null) {
      moments.stdDev().acceptDouble(access.stdDev(metric), plan);
    }
  }

  HistogramAccess access() {
    return access;
  }

  Object metric() {
    return metric;
  }

  /** Takes one value for each of {@link HistogramNodes#QUANTILES}. */
  void acceptQuantiles(double[] quantiles, PlanContext plan) {
    List<AttributeNode> percentiles = nodes.percentiles();
    for (int i = 0; i < percentiles.size(); i++) {
      if (percentiles.get(i) != null) {
        percentiles.get(i).acceptDouble(quantiles[i], plan);
      }
    }
  }

  @Override
  public void clear(PlanContext plan) {
    guard.reset();
    nodes.all().clear(plan);
  }

  @Override
  public void release(PlanContext plan) {
    nodes.all().release(plan);
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return nodes.all().feeds(choice);
  }
}
