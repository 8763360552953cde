package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;

/** Stands for an MBean that cannot be introspected: it fails in every pass. */
final class UnreadableReader implements BeanReader {
  @Override
  public void read(PlanContext plan) {
    throw new IllegalStateException("the MBean could not be introspected");
  }

  @Override
  public void clear(PlanContext plan) {}

  @Override
  public void release(PlanContext plan) {}

  @Override
  public boolean feeds(FamilyChoice choice) {
    return true;
  }
}
