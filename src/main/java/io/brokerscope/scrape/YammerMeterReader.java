package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.List;

/** Reads a Yammer meter, or a timer's rates, past JMX. */
final class YammerMeterReader implements BeanReader {
  private final Object metric;
  private final MeterAccess access;
  private final AttributeNodes nodes;

  /** Index into {@link MeterAccess#ATTRIBUTES} of each node. */
  private final int[] attributes;

  YammerMeterReader(Object metric, MeterAccess access, List<AttributeNode> wanted) {
    this.metric = metric;
    this.access = access;
    this.nodes = new AttributeNodes(wanted);
    this.attributes =
        wanted.stream().mapToInt(node -> MeterAccess.ATTRIBUTES.indexOf(node.name())).toArray();
  }

  @Override
  public void read(PlanContext plan) {
    for (int i = 0; i < nodes.size(); i++) {
      if (attributes[i] == MeterAccess.COUNT) {
        nodes.get(i).acceptLong(access.count(metric), plan);
      } else {
        nodes.get(i).acceptDouble(access.rate(metric, attributes[i]), plan);
      }
    }
  }

  @Override
  public void clear(PlanContext plan) {
    nodes.clear(plan);
  }

  @Override
  public void release(PlanContext plan) {
    nodes.release(plan);
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return nodes.feeds(choice);
  }
}
