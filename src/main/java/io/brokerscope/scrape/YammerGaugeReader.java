package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;

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

  Object gauge() {
    return gauge;
  }

  YammerAccess access() {
    return access;
  }

  /** The slot that the gauge's number goes to as it is; -1 if there is more to it. */
  int directSlot() {
    return node.directSlot();
  }

  @Override
  public void read(PlanContext plan) {
    Object value;
    try {
      value = access.gaugeValue(gauge);
    } catch (RuntimeException | Error failed) {
      failed(plan);
      return;
    }
    accept(value, plan);
  }

  void accept(Object value, PlanContext plan) {
    node.accept(value, plan);
  }

  /** What JMX makes of it: the attribute is missing from the answer, and the MBean is fine. */
  void failed(PlanContext plan) {
    node.clear(plan);
    plan.counters().attributesFailed++;
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
