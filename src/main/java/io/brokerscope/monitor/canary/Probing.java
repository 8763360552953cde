package io.brokerscope.monitor.canary;

/**
 * A probe on its way to the broker.
 *
 * @param sequence unique in its partition
 * @param sentNanos of {@link System#nanoTime}
 */
record Probing(Route route, long sequence, long sentNanos) {}
