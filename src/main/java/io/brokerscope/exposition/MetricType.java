package io.brokerscope.exposition;

/** A family's type, as both formats know it. */
public enum MetricType {
  COUNTER,
  GAUGE,
  SUMMARY,
  UNKNOWN
}
