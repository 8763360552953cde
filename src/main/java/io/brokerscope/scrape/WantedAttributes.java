package io.brokerscope.scrape;

import io.brokerscope.rules.Decision;
import io.brokerscope.rules.Leaf;
import java.util.List;
import java.util.Set;
import javax.management.MBeanAttributeInfo;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenType;

/**
 * Decides from an attribute's declaration whether it is worth reading at all. A declared type is a
 * hint: Kafka's own MBeans declare every attribute a double and return texts too, and Yammer's
 * gauges declare Object.
 */
final class WantedAttributes {
  private static final String COMPOSITE = "javax.management.openmbean.CompositeData";
  private static final String TABULAR = "javax.management.openmbean.TabularData";
  private static final Set<String> TEXT_TYPES =
      Set.of("java.lang.String", "char", "java.lang.Character");

  /** Declared types that leave open whether there is something inside. */
  private static final Set<String> MAY_HAVE_PARTS =
      Set.of(
          "java.lang.Object",
          "java.util.Optional",
          "javax.management.openmbean.CompositeDataSupport",
          "javax.management.openmbean.TabularDataSupport");

  private final PlanContext plan;

  WantedAttributes(PlanContext plan) {
    this.plan = plan;
  }

  /**
   * Makes the node of a wanted attribute, with its series if the declaration leaves no doubt; null
   * if no rule wants what the attribute may hold.
   */
  AttributeNode node(BeanPlan bean, MBeanAttributeInfo attribute) {
    String type = attribute.getType();
    AttributeNode node = AttributeNode.of(bean, attribute.getName(), plan);
    Leaf leaf =
        new Leaf(bean.identity(), List.of(), attribute.getName(), attribute.getDescription());
    if (type.startsWith("[")) {
      return null;
    }
    if (type.equals(COMPOSITE)) {
      return wantsComposite(leaf, bean, attribute) ? node : null;
    }
    if (type.equals(TABULAR)) {
      return plan.rules().mayMatchInside(leaf) ? node : null;
    }
    boolean isText = TEXT_TYPES.contains(type);
    Decision decision = isText ? Decision.UNMATCHED : plan.decideNumber(leaf);
    if (!(decision instanceof Decision.Dropped)) {
      node.expect(plan.sinkFor(decision, node));
      return node;
    }
    boolean wanted =
        plan.rules().mayExposeText(leaf)
            || (MAY_HAVE_PARTS.contains(type) && plan.rules().mayMatchInside(leaf));
    return wanted ? node : null;
  }

  private boolean wantsComposite(Leaf leaf, BeanPlan bean, MBeanAttributeInfo attribute) {
    OpenType<?> openType = openType(attribute);
    if (!(openType instanceof CompositeType composite)) {
      return plan.rules().mayMatchInside(leaf);
    }
    return wantsKeyOf(composite, bean, List.of(attribute.getName()));
  }

  private static OpenType<?> openType(MBeanAttributeInfo attribute) {
    if (attribute instanceof OpenMBeanAttributeInfo open) {
      return open.getOpenType();
    }
    // Where MXBeans have it.
    Object described = attribute.getDescriptor().getFieldValue("openType");
    return described instanceof OpenType<?> openType ? openType : null;
  }

  private boolean wantsKeyOf(CompositeType composite, BeanPlan bean, List<String> path) {
    for (String key : composite.keySet()) {
      Leaf leaf = new Leaf(bean.identity(), path, key, null);
      OpenType<?> type = composite.getType(key);
      boolean nested = type.getClassName().equals(COMPOSITE) || type.getClassName().equals(TABULAR);
      if (nested ? plan.rules().mayMatchInside(leaf) : wantsLeaf(leaf)) {
        return true;
      }
    }
    return false;
  }

  private boolean wantsLeaf(Leaf leaf) {
    boolean number = !(plan.rules().decideNumber(leaf) instanceof Decision.Dropped);
    return number || plan.rules().mayExposeText(leaf);
  }
}
