package io.brokerscope.monitor.canary;

/**
 * The way of a probe.
 *
 * @param broker the partition's leader as last seen when the probe was sent
 */
record Route(int partition, int broker) {

  /** Values of the labels {@code partition} and {@code broker}. */
  String[] labels() {
    return new String[] {Integer.toString(partition), Integer.toString(broker)};
  }
}
