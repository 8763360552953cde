package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.concurrent.TimeUnit;

/** Reads at most once an interval; between, the last values stand. */
final class IntervalReader implements BeanReader {
  /**
   * Scrapes come a little early or late: one that comes after nine tenths of the interval reads.
   */
  private static final double EARLIEST = 0.9;

  private final BeanReader reader;
  private final long intervalNanos;
  private boolean everRead;
  private long lastReadNanos;

  IntervalReader(BeanReader reader, int intervalSeconds) {
    this.reader = reader;
    this.intervalNanos = (long) (EARLIEST * TimeUnit.SECONDS.toNanos(intervalSeconds));
  }

  @Override
  public void read(PlanContext plan) throws Exception {
    if (everRead && plan.passStartNanos() - lastReadNanos < intervalNanos) {
      return;
    }
    reader.read(plan);
    everRead = true;
    lastReadNanos = plan.passStartNanos();
  }

  @Override
  public void clear(PlanContext plan) {
    reader.clear(plan);
  }

  @Override
  public void release(PlanContext plan) {
    reader.release(plan);
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return reader.feeds(choice);
  }
}
