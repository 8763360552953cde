package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.rules.Leaf;
import io.brokerscope.rules.MBeanIdentity;
import java.util.ArrayList;
import java.util.List;

/**
 * A wanted attribute of an MBean, or a leaf inside one, and what its values turn into. A broker has
 * 100,000 of them, so what a rule needs to know is made when a decision is due and not kept.
 */
final class AttributeNode {
  private final BeanPlan bean;
  private final Place place;
  private Sink sink = NoSink.UNREAD;

  /**
   * Where a node is inside its MBean. A plain attribute's is the same for all MBeans that have one
   * of that name, so {@link PlanContext#place} keeps one for all.
   *
   * @param name of the attribute, or the last key
   * @param path the attribute and keys that lead to it; empty for a plain attribute
   * @param row the MBean's identity with a row's index columns; null outside tabular attributes
   * @param description for the default help text; null if the MBean has to be asked
   */
  record Place(String name, List<String> path, MBeanIdentity row, String description) {
    private List<String> pathThrough() {
      List<String> through = new ArrayList<>(path);
      through.add(name);
      return through;
    }
  }

  private AttributeNode(BeanPlan bean, Place place) {
    this.bean = bean;
    this.place = place;
  }

  /** A plain attribute. */
  static AttributeNode of(BeanPlan bean, String name, PlanContext plan) {
    return new AttributeNode(bean, plan.place(name));
  }

  /** What is treated as a plain attribute and has a description that the MBean does not know. */
  static AttributeNode described(BeanPlan bean, String name, String description) {
    return new AttributeNode(bean, new Place(name, List.of(), null, description));
  }

  /** A key of this composite attribute. */
  AttributeNode child(String key, String description) {
    return new AttributeNode(bean, new Place(key, place.pathThrough(), place.row(), description));
  }

  /** The column of a row that stands for the row itself. */
  AttributeNode rowItself(MBeanIdentity row, String description) {
    return new AttributeNode(bean, new Place(place.name(), place.path(), row, description));
  }

  /** Another column of a row. */
  AttributeNode rowColumn(MBeanIdentity row, String column, String description) {
    return new AttributeNode(bean, new Place(column, place.pathThrough(), row, description));
  }

  BeanPlan bean() {
    return bean;
  }

  String name() {
    return place.name();
  }

  /** The path and name, to put claims of the same MBean in order. */
  String pathText() {
    String path = String.join("\0", place.pathThrough());
    return place.row() == null ? path : path + '\0' + place.row();
  }

  MBeanIdentity identity() {
    return place.row() != null ? place.row() : bean.identity();
  }

  /** What a rule decides about. */
  Leaf leaf(PlanContext plan) {
    String description =
        place.description() == null && place.path().isEmpty()
            ? plan.description(bean.name(), place.name())
            : place.description();
    return new Leaf(identity(), place.path(), place.name(), description);
  }

  /** Sets what the first value will most likely turn into. */
  void expect(Sink expected) {
    sink = expected;
  }

  /** How long a value may stand, as the rule says that gave the series; 0 if none is known yet. */
  int minIntervalSeconds(PlanContext plan) {
    return sink instanceof NumberSink numbers ? plan.rules().minIntervalSeconds(numbers.rule()) : 0;
  }

  /** Takes what was read; null is nothing. */
  void accept(Object value, PlanContext plan) {
    if (value instanceof Number number && sink instanceof NumberSink numbers) {
      numbers.set(plan.values(), number.doubleValue());
    } else {
      acceptAny(AttributeValue.of(value), plan);
    }
  }

  /** As {@link #accept}, without a box where no rule looks at the number. */
  void acceptDouble(double value, PlanContext plan) {
    if (sink instanceof NumberSink numbers) {
      numbers.set(plan.values(), value);
    } else {
      accept(value, plan);
    }
  }

  /** As {@link #accept}, without a box where no rule looks at the number. */
  void acceptLong(long value, PlanContext plan) {
    if (sink instanceof NumberSink numbers) {
      numbers.set(plan.values(), (double) value);
    } else {
      accept(value, plan);
    }
  }

  private void acceptAny(AttributeValue value, PlanContext plan) {
    if (value instanceof AttributeValue.Nothing) {
      sink.clear(plan);
    } else if (!sink.take(value, this, plan)) {
      sink.release(plan);
      sink = plan.sinkFor(value, this);
      sink.take(value, this, plan);
    }
  }

  /** The slot that a number goes to as it is; -1 if there is more to it. */
  int directSlot() {
    return sink instanceof NumberSink numbers && numbers.takesNumbersAsTheyAre()
        ? numbers.slot()
        : -1;
  }

  void clear(PlanContext plan) {
    sink.clear(plan);
  }

  /**
   * Gives all series back; always returns true, so that it can be used where entries are removed.
   */
  boolean releaseAll(PlanContext plan) {
    sink.release(plan);
    sink = NoSink.UNREAD;
    return true;
  }

  boolean feeds(FamilyChoice choice) {
    return sink.feeds(choice);
  }

  boolean isUnsupported() {
    return sink == NoSink.UNSUPPORTED;
  }
}
