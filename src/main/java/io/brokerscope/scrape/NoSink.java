package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;

/** Where values go that give no series. */
enum NoSink implements Sink {
  /** Nothing was read yet, so nothing is known. */
  UNREAD {
    @Override
    public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
      return false;
    }
  },
  /** No rule wants the attribute's numbers. */
  UNWANTED_NUMBER {
    @Override
    public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
      return value instanceof AttributeValue.Numeric;
    }
  },
  /** A type that never becomes a number. */
  UNSUPPORTED {
    @Override
    public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
      return value instanceof AttributeValue.Unsupported;
    }
  };

  @Override
  public void clear(PlanContext plan) {}

  @Override
  public void release(PlanContext plan) {}

  @Override
  public boolean feeds(FamilyChoice choice) {
    return this == UNREAD;
  }
}
