package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Label;
import io.brokerscope.exposition.LegalNames;
import io.brokerscope.rules.Customizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.management.Attribute;

/**
 * Reads an MBean that a customizer applies to: its label attributes first, then the rest. When a
 * label changes, all series of the MBean change, and the MBean is planned again.
 */
final class CustomizedReader implements BeanReader {
  private final BeanPlan bean;
  private final Customizer customizer;
  private final Supplier<List<BeanReader>> planAgain;
  private List<BeanReader> readers = List.of();
  private List<AttributeNode> extras = List.of();

  CustomizedReader(BeanPlan bean, Customizer customizer, Supplier<List<BeanReader>> planAgain) {
    this.bean = bean;
    this.customizer = customizer;
    this.planAgain = planAgain;
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    List<Label> labels = readLabels(plan);
    if (!labels.equals(bean.attributeLabels())) {
      release(plan);
      bean.attributeLabels(labels);
      readers = planAgain.get();
      extras =
          customizer.extraMetrics().stream()
              .map(extra -> AttributeNode.described(bean, extra.name(), extra.description()))
              .toList();
    }
    for (BeanReader reader : readers) {
      reader.read(plan);
    }
    for (int i = 0; i < extras.size(); i++) {
      Customizer.Extra extra = customizer.extraMetrics().get(i);
      extras.get(i).accept(extra.value(), plan);
    }
  }

  /** An attribute that is null, missing or not readable gives no label. */
  private List<Label> readLabels(PlanContext plan) throws Exception {
    List<Label> labels = new ArrayList<>();
    String[] names = customizer.attributesAsLabels().toArray(String[]::new);
    if (names.length > 0) {
      for (Object value : JmxReader.answers(plan, bean.name(), names)) {
        Attribute attribute = (Attribute) value;
        if (attribute.getValue() != null) {
          labels.add(
              new Label(
                  LegalNames.labelName(attribute.getName()), attribute.getValue().toString()));
        }
      }
    }
    return labels;
  }

  @Override
  public void clear(PlanContext plan) {
    readers.forEach(reader -> reader.clear(plan));
    extras.forEach(extra -> extra.clear(plan));
  }

  @Override
  public void release(PlanContext plan) {
    readers.forEach(reader -> reader.release(plan));
    extras.forEach(extra -> extra.releaseAll(plan));
  }

  /** What it feeds is known only after its labels were read. */
  @Override
  public boolean feeds(FamilyChoice choice) {
    return true;
  }
}
