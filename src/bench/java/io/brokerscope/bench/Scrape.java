package io.brokerscope.bench;

import io.brokerscope.bench.Probe.ThreadCost;

/**
 * What one scrape gave and cost.
 *
 * @param series lines that are no comments; for the floor, attributes
 * @param bodySizeBytes as sent
 * @param wallNanos from the request to the last byte
 * @param own of the contender's own threads together
 * @param window the whole process around the scrape
 */
record Scrape(int series, long bodySizeBytes, long wallNanos, ThreadCost own, Window window) {

  /** The CPU time of a whole process, in a time. */
  record Window(long cpuNanos, long durationNanos) {

    /** What is beyond a process that runs on as it did in another window. */
    double cpuNanosBeyond(Window quiet) {
      return cpuNanos - (double) quiet.cpuNanos * durationNanos / quiet.durationNanos;
    }
  }
}
