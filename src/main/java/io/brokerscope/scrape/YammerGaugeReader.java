package io.brokerscope.scrape;

/** Reads a Yammer gauge past JMX. */
final class YammerGaugeReader implements BeanReader {
  private final Object gauge;
  private final YammerAccess access;
  private final AttributeNode node;

  YammerGaugeReader(Object gauge, YammerAccess access, AttributeNode node) {
    this.gauge = gauge;
    this.access = access;
    this.node = node;
  }

  @Override
  public void read(PlanContext plan) {
    Object value;
    try {
      value = access.gaugeValue(gauge);
    } catch (RuntimeException | Error failed) {
      // What JMX makes of it: the attribute is missing from the answer, and the MBean is fine.
      node.clear(plan);
      plan.counters().attributesFailed++;
      return;
    }
    node.accept(value, plan);
  }

  @Override
  public void clear(PlanContext plan) {
    node.clear(plan);
  }

  @Override
  public void release(PlanContext plan) {
    node.releaseAll(plan);
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return node.feeds(choice);
  }
}
