package io.brokerscope.scrape;

import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.SeriesSpec.ValueSpec;
import java.util.List;

/** A claim on one series: numbers go straight to its slot. */
final class NumberSink implements Sink {
  private static final List<MetricType> TYPES = List.of(MetricType.values());

  private final AttributeNode owner;
  private final int rule;

  /** Index into {@link #TYPES}: a reference would cost each series 8 bytes, this is free. */
  private final byte type;

  private final boolean constant;

  /** The constant, or the factor. */
  private final double operand;

  private SeriesEntry entry;
  private int slot;

  NumberSink(AttributeNode owner, MetricType type, ValueSpec value, int rule) {
    this.owner = owner;
    this.type = (byte) TYPES.indexOf(type);
    this.rule = rule;
    this.constant = value.constant().isPresent();
    this.operand = value.constant().orElse(value.factor());
  }

  AttributeNode owner() {
    return owner;
  }

  MetricType type() {
    return TYPES.get(type);
  }

  int rule() {
    return rule;
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
    values.set(slot, constant ? operand : number * operand);
  }

  /** Whether {@link #set} sets the very number. */
  boolean takesNumbersAsTheyAre() {
    return !constant && operand == 1;
  }

  void setText(ValueStore values) {
    values.set(slot, operand);
  }

  @Override
  public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
    if (!(value instanceof AttributeValue.Numeric numeric)) {
      return false;
    }
    if (numeric.scales() || constant) {
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
    return choice.includes(entry.family);
  }
}
