package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.ObjectName;

/**
 * Reads a Yammer histogram through the MBean server: its count first, and the rest, each percentile
 * of which copies and sorts the reservoir, only if the count says that it may have changed.
 */
final class JmxHistogramReader implements BeanReader {
  private final ObjectName name;
  private final HistogramNodes nodes;
  private final boolean wholeNumbers;
  private final String[] withoutPercentiles;
  private final String[] withPercentiles;
  private final CountGuard guard = new CountGuard();

  /**
   * @param wholeNumbers whether the values are (a timer's are nanoseconds, converted)
   */
  JmxHistogramReader(ObjectName name, HistogramNodes nodes, boolean wholeNumbers) {
    this.name = name;
    this.nodes = nodes;
    this.wholeNumbers = wholeNumbers;
    List<String> attributes = new ArrayList<>();
    if (nodes.sum() != null || nodes.moments().mean() != null) {
      attributes.add(HistogramNodes.MEAN);
    }
    addIfWanted(attributes, nodes.moments().min(), HistogramNodes.MIN);
    addIfWanted(attributes, nodes.moments().max(), HistogramNodes.MAX);
    addIfWanted(attributes, nodes.moments().stdDev(), HistogramNodes.STD_DEV);
    this.withoutPercentiles = attributes.toArray(String[]::new);
    for (int i = 0; i < nodes.percentiles().size(); i++) {
      addIfWanted(attributes, nodes.percentiles().get(i), HistogramNodes.PERCENTILES.get(i));
    }
    this.withPercentiles = attributes.toArray(String[]::new);
  }

  private static void addIfWanted(List<String> attributes, AttributeNode node, String attribute) {
    if (node != null) {
      attributes.add(attribute);
    }
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    long count = ((Number) plan.server().getAttribute(name, HistogramNodes.COUNT)).longValue();
    if (nodes.count() != null) {
      nodes.count().acceptLong(count, plan);
    }
    if (guard.holds(count)) {
      return;
    }
    boolean empty = count == 0 && plan.rules().omitEmptyHistograms();
    if (empty) {
      nodes.clearPercentiles(plan);
    }
    String[] wanted = empty ? withoutPercentiles : withPercentiles;
    AttributeList values = plan.server().getAttributes(name, wanted);
    if (values.size() < wanted.length) {
      plan.counters().attributesFailed += wanted.length - values.size();
      forget(plan);
    }
    for (Object value : values) {
      distribute((Attribute) value, count, plan);
    }
  }

  private void distribute(Attribute attribute, long count, PlanContext plan) {
    double value = ((Number) attribute.getValue()).doubleValue();
    String attributeName = attribute.getName();
    if (attributeName.equals(HistogramNodes.MEAN) && nodes.sum() != null) {
      nodes.sum().acceptDouble(HistogramNodes.sum(value, count, wholeNumbers), plan);
    }
    AttributeNode node = node(attributeName);
    if (node != null) {
      node.acceptDouble(value, plan);
    }
  }

  private AttributeNode node(String attribute) {
    return switch (attribute) {
      case HistogramNodes.MEAN -> nodes.moments().mean();
      case HistogramNodes.MIN -> nodes.moments().min();
      case HistogramNodes.MAX -> nodes.moments().max();
      case HistogramNodes.STD_DEV -> nodes.moments().stdDev();
      default -> nodes.percentiles().get(HistogramNodes.PERCENTILES.indexOf(attribute));
    };
  }

  /** What is missing must not keep its old value, and is asked for again. */
  private void forget(PlanContext plan) {
    guard.reset();
    AttributeNodes all = nodes.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) != nodes.count()) {
        all.get(i).clear(plan);
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
