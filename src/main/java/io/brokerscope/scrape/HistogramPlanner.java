package io.brokerscope.scrape;

import io.brokerscope.exposition.Label;
import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.Series;
import io.brokerscope.rules.SeriesSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/**
 * Plans a Yammer histogram or timer: as one summary if a SUMMARY rule takes it, attribute by
 * attribute if not.
 */
final class HistogramPlanner {
  private static final String SUM = "Sum";

  private final PlanContext plan;
  private final WantedAttributes wanted;
  private final ReaderChoice choice;

  /**
   * Wanted nodes by attribute; a summary's sum, which is no attribute, stands under {@link #SUM}.
   */
  private final Map<String, AttributeNode> nodes = new HashMap<>();

  HistogramPlanner(PlanContext plan, WantedAttributes wanted, ReaderChoice choice) {
    this.plan = plan;
    this.wanted = wanted;
    this.choice = choice;
  }

  List<BeanReader> readers(BeanPlan bean, MBeanInfo info, List<MBeanAttributeInfo> attributes) {
    boolean summary = claimSummary(bean, attributes);
    List<AttributeNode> others = new ArrayList<>();
    for (MBeanAttributeInfo attribute : attributes) {
      String name = attribute.getName();
      if (!summary || !belongsToSummary(name)) {
        AttributeNode node = wanted.node(bean, attribute);
        if (node != null && isOfHistogram(name)) {
          nodes.put(name, node);
        } else if (node != null) {
          others.add(node);
        }
      }
    }
    List<BeanReader> readers = new ArrayList<>();
    if (!nodes.isEmpty()) {
      readers.add(ReaderChoice.atInterval(histogram(bean, info), smallestInterval()));
    }
    if (!others.isEmpty()) {
      readers.addAll(rates(bean, info, others));
    }
    return readers;
  }

  /** Claims a summary's series if a rule wants one. */
  private boolean claimSummary(BeanPlan bean, List<MBeanAttributeInfo> attributes) {
    List<String> names = attributes.stream().map(MBeanAttributeInfo::getName).toList();
    boolean complete = names.containsAll(List.of(HistogramNodes.COUNT, HistogramNodes.MEAN));
    AttributeNode count = AttributeNode.of(bean, HistogramNodes.COUNT, plan);
    Optional<SeriesSpec> found = complete ? plan.decideSummary(count.leaf(plan)) : Optional.empty();
    if (found.isEmpty()) {
      return false;
    }
    SeriesSpec spec = found.get();
    String name = spec.family().name();
    plan.countMatch(spec.rule());
    for (int i = 0; i < HistogramNodes.PERCENTILES.size(); i++) {
      String percentile = HistogramNodes.PERCENTILES.get(i);
      if (names.contains(percentile)) {
        Labels labels = withQuantile(spec.labels(), HistogramNodes.QUANTILE_LABELS.get(i));
        claim(AttributeNode.of(bean, percentile, plan), spec, Series.of(name, labels));
      }
    }
    claim(AttributeNode.of(bean, SUM, plan), spec, Series.of(name + "_sum", spec.labels()));
    claim(count, spec, Series.of(name + "_count", spec.labels()));
    return true;
  }

  private static Labels withQuantile(Labels labels, String quantile) {
    Labels.Builder builder = Labels.builder();
    builder.add("quantile", quantile);
    for (Label label : labels.all()) {
      builder.add(label.name(), label.value());
    }
    return builder.build();
  }

  private void claim(AttributeNode node, SeriesSpec spec, Series series) {
    NumberSink sink = plan.claim(spec, node, series);
    if (sink != null) {
      node.expect(sink);
      nodes.put(node.name(), node);
    }
  }

  private static boolean belongsToSummary(String attribute) {
    return attribute.equals(HistogramNodes.COUNT)
        || attribute.equals(HistogramNodes.MEAN)
        || HistogramNodes.PERCENTILES.contains(attribute);
  }

  private static boolean isOfHistogram(String attribute) {
    return belongsToSummary(attribute)
        || attribute.equals(HistogramNodes.MIN)
        || attribute.equals(HistogramNodes.MAX)
        || attribute.equals(HistogramNodes.STD_DEV);
  }

  private int smallestInterval() {
    return nodes.values().stream().mapToInt(n -> n.minIntervalSeconds(plan)).min().orElse(0);
  }

  private BeanReader histogram(BeanPlan bean, MBeanInfo info) {
    HistogramNodes wantedNodes =
        new HistogramNodes(
            nodes.get(HistogramNodes.COUNT),
            nodes.get(SUM),
            new HistogramNodes.Moments(
                nodes.get(HistogramNodes.MEAN),
                nodes.get(HistogramNodes.MIN),
                nodes.get(HistogramNodes.MAX),
                nodes.get(HistogramNodes.STD_DEV)),
            Arrays.asList(
                HistogramNodes.PERCENTILES.stream().map(nodes::get).toArray(AttributeNode[]::new)));
    Optional<YammerAccess> access = choice.yammer(bean, info);
    Object metric = access.map(a -> a.metric(bean.name())).orElse(null);
    HistogramAccess direct = metric == null ? null : access.get().histogramAccess(metric);
    return direct == null
        ? new JmxHistogramReader(bean.name(), wantedNodes, !YammerShape.isTimer(info))
        : new YammerHistogramReader(metric, direct, wantedNodes);
  }

  /** A timer's rates, which change without its count, and what is no number. */
  private List<BeanReader> rates(BeanPlan bean, MBeanInfo info, List<AttributeNode> others) {
    Optional<YammerAccess> access = choice.yammer(bean, info);
    Object metric = access.map(a -> a.metric(bean.name())).orElse(null);
    return metric == null || !YammerShape.isTimer(info)
        ? List.of(new JmxReader(bean.name(), others))
        : choice.meter(bean, metric, access.get().meterAccess(metric), others);
  }
}
