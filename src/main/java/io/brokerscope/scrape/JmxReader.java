package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.ArrayList;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/** Reads attributes through the MBean server, which works for every MBean. */
final class JmxReader implements BeanReader {
  private final ObjectName name;
  private String[] attributes;
  private AttributeNodes nodes;

  JmxReader(ObjectName name, List<AttributeNode> wanted) {
    this.name = name;
    use(wanted);
  }

  private void use(List<AttributeNode> wanted) {
    nodes = new AttributeNodes(wanted);
    attributes = wanted.stream().map(AttributeNode::name).toArray(String[]::new);
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    distribute(answers(plan, name, attributes), plan);
  }

  /** What an MBean says of these attributes, in any order and perhaps not of all. */
  static AttributeList answers(PlanContext plan, ObjectName name, String[] attributes)
      throws Exception {
    try {
      return plan.server().getAttributes(name, attributes);
    } catch (InstanceNotFoundException gone) {
      throw gone;
    } catch (JMException | RuntimeException refused) {
      return answersOneByOne(plan, name, attributes, refused);
    }
  }

  /** The answer holds what could be read, in any order; an attribute that failed is missing. */
  private void distribute(AttributeList values, PlanContext plan) {
    boolean complete = values.size() == attributes.length;
    if (!complete) {
      clear(plan);
      plan.counters().attributesFailed += attributes.length - values.size();
    }
    boolean unsupported = false;
    for (int i = 0; i < values.size(); i++) {
      Attribute value = (Attribute) values.get(i);
      int at = indexOf(value.getName(), i);
      if (at >= 0) {
        nodes.get(at).accept(value.getValue(), plan);
        unsupported |= nodes.get(at).isUnsupported();
      }
    }
    if (unsupported && plan.rules().selection().autoExclude()) {
      forgetUnsupported();
    }
  }

  /** Nearly always the answer has the order of the question. */
  private int indexOf(String attribute, int guess) {
    if (guess < attributes.length && attributes[guess].equals(attribute)) {
      return guess;
    }
    for (int i = 0; i < attributes.length; i++) {
      if (attributes[i].equals(attribute)) {
        return i;
      }
    }
    return -1;
  }

  /** Some MBeans refuse the whole question for one bad attribute. */
  private static AttributeList answersOneByOne(
      PlanContext plan, ObjectName name, String[] attributes, Exception refused) throws Exception {
    AttributeList values = new AttributeList();
    for (String attribute : attributes) {
      try {
        values.add(new Attribute(attribute, plan.server().getAttribute(name, attribute)));
      } catch (JMException | RuntimeException oneOfThem) {
        refused.addSuppressed(oneOfThem);
      }
    }
    if (values.isEmpty()) {
      throw refused;
    }
    return values;
  }

  private void forgetUnsupported() {
    List<AttributeNode> kept = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isUnsupported()) {
        kept.add(nodes.get(i));
      }
    }
    use(kept);
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
