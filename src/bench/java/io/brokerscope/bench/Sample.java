package io.brokerscope.bench;

/**
 * A scrape with the load of the host taken off.
 *
 * @param processCpuNanos of the whole JVM beyond what it used in the quiet time of the same period;
 *     noisy, and possibly negative, when the scrape is small against the load
 */
record Sample(Scrape scrape, double processCpuNanos) {}
