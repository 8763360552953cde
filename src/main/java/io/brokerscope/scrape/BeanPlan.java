package io.brokerscope.scrape;

import io.brokerscope.exposition.Label;
import io.brokerscope.rules.MBeanIdentity;
import java.util.List;
import javax.management.ObjectName;

/** An MBean of the plan and how its wanted attributes are read. */
final class BeanPlan {
  private final ObjectName name;

  /** Labels taken from the MBean's own attributes; null without a customizer. */
  private List<Label> attributeLabels;

  /** Null until it is set. */
  private BeanReader reader;

  BeanPlan(ObjectName name) {
    this.name = name;
  }

  ObjectName name() {
    return name;
  }

  MBeanIdentity identity() {
    MBeanIdentity identity = MBeanIdentity.of(name);
    return attributeLabels == null ? identity : identity.withAttributeLabels(attributeLabels);
  }

  BeanReader reader() {
    return reader;
  }

  void reader(BeanReader newReader) {
    reader = newReader;
  }

  List<Label> attributeLabels() {
    return attributeLabels;
  }

  void attributeLabels(List<Label> labels) {
    attributeLabels = labels;
  }

  void release(PlanContext plan) {
    reader.release(plan);
  }
}
