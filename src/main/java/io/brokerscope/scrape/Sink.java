package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;

/** What an attribute's values of one kind turn into. A value of another kind replaces the sink. */
sealed interface Sink permits NumberSink, ByValueSink, CompositeSink, TabularSink, NoSink {

  /** Takes a value; returns false, without effect, if it is of a kind this sink is not for. */
  boolean take(AttributeValue value, AttributeNode node, PlanContext plan);

  /** Empties the slots: nothing was read. */
  void clear(PlanContext plan);

  /** Gives the slots back; the sink is not used again. */
  void release(PlanContext plan);

  /** Whether a pass for the chosen families needs this sink's attribute. */
  boolean feeds(FamilyChoice choice);
}
