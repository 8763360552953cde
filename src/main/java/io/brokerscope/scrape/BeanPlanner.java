package io.brokerscope.scrape;

import io.brokerscope.rules.Customizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;

/** Introspects a new MBean once: which attributes are wanted, and which readers read them. */
final class BeanPlanner {
  private final PlanContext plan;
  private final WantedAttributes wanted;
  private final ReaderChoice readers;

  BeanPlanner(PlanContext plan) {
    this.plan = plan;
    this.wanted = new WantedAttributes(plan);
    this.readers = new ReaderChoice(plan);
  }

  /**
   * Plans an MBean.
   *
   * @return null if nothing of it is wanted
   * @throws JMException when it cannot be introspected, for instance because it is gone
   */
  BeanPlan plan(ObjectName name) throws JMException {
    MBeanInfo info = plan.server().getMBeanInfo(name);
    BeanPlan bean = new BeanPlan(name);
    Optional<Customizer> customizer = plan.rules().customizer(name);
    if (customizer.isPresent()) {
      bean.reader(new CustomizedReader(bean, customizer.get(), () -> readersOf(bean, info)));
      return bean;
    }
    List<BeanReader> all = readersOf(bean, info);
    if (all.isEmpty()) {
      return null;
    }
    bean.reader(ReaderGroup.of(all));
    return bean;
  }

  private List<BeanReader> readersOf(BeanPlan bean, MBeanInfo info) {
    Predicate<String> selected = plan.rules().selection().attributesOf(bean.name());
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    for (MBeanAttributeInfo attribute : info.getAttributes()) {
      if (attribute.isReadable() && selected.test(attribute.getName())) {
        attributes.add(attribute);
      }
    }
    if (YammerShape.isHistogram(info)) {
      return new HistogramPlanner(plan, wanted, readers).readers(bean, info, attributes);
    }
    return readers.plain(bean, info, nodes(bean, attributes));
  }

  private List<AttributeNode> nodes(BeanPlan bean, List<MBeanAttributeInfo> attributes) {
    List<AttributeNode> nodes = new ArrayList<>();
    for (MBeanAttributeInfo attribute : attributes) {
      AttributeNode node = wanted.node(bean, attribute);
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes;
  }
}
