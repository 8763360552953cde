package io.brokerscope.scrape;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.locks.Lock;

/** One way through a histogram's reservoir, a value at a time. Reused for all histograms. */
final class ReservoirWalk {
  private final Reservoir values = new Reservoir();
  private YammerHistogramReader histogram;
  private Iterator<?> rest = Collections.emptyIterator();
  private Lock lock;

  /** Sets out for this histogram's reservoir. */
  void plan(YammerHistogramReader nextHistogram) {
    histogram = nextHistogram;
  }

  /** Opens the reservoir; until {@link #close} its hourly rescaling waits, and nothing else. */
  void open() {
    values.reset();
    Lock opened = histogram.access().readLock(histogram.metric());
    opened.lock();
    lock = opened;
    rest = histogram.access().values(histogram.metric()).iterator();
  }

  /** Takes the next value; false if there is none. */
  boolean step() {
    if (!rest.hasNext()) {
      return false;
    }
    values.add((Long) rest.next());
    return true;
  }

  void close() {
    if (lock != null) {
      lock.unlock();
      lock = null;
    }
  }

  /** Hands the quantiles of what was taken to the histogram. */
  void deliver(double[] buffer, PlanContext plan) {
    double divisor = histogram.access().divisor(histogram.metric());
    values.quantiles(HistogramNodes.QUANTILES, divisor, buffer);
    histogram.acceptQuantiles(buffer, plan);
  }

  /** The reservoir could not be read. */
  void fail(PlanContext plan) {
    histogram.clear(plan);
    plan.counters().beansRead--;
    plan.counters().beansFailed++;
  }
}
