package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.MetricType;

/** A claim on one series: numbers go straight to its slot. */
final class NumberSink implements Sink {
  private final AttributeNode owner;
  private final NumberTerms terms;
  private SeriesEntry entry;
  private int slot;

  NumberSink(AttributeNode owner, NumberTerms terms) {
    this.owner = owner;
    this.terms = terms;
  }

  AttributeNode owner() {
    return owner;
  }

  MetricType type() {
    return terms.type();
  }

  int rule() {
    return terms.rule();
  }

  SeriesEntry entry() {
    return entry;
  }

  int slot() {
    return slot;
  }

  void bind(SeriesEntry boundEntry, int boundSlot) {
    entry = boundEntry;
    slot = boundSlot;
  }

  /** The hot path: a number that a rule's factor applies to. */
  void set(ValueStore values, double number) {
    values.set(slot, terms.apply(number));
  }

  /** Whether {@link #set} sets the very number. */
  boolean takesNumbersAsTheyAre() {
    return !terms.constant() && terms.operand() == 1;
  }

  void setText(ValueStore values) {
    values.set(slot, terms.operand());
  }

  @Override
  public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
    if (!(value instanceof AttributeValue.Numeric numeric)) {
      return false;
    }
    if (numeric.scales() || terms.constant()) {
      set(plan.values(), numeric.number());
    } else {
      plan.values().set(slot, numeric.number());
    }
    return true;
  }

  @Override
  public void clear(PlanContext plan) {
    plan.values().clear(slot);
  }

  @Override
  public void release(PlanContext plan) {
    plan.table().release(this);
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return entry.family.isIn(choice);
  }
}
