package io.brokerscope.exposition;

import java.util.List;

/** A family's type, as both formats know it. */
public enum MetricType {
  COUNTER,
  GAUGE,
  SUMMARY,
  HISTOGRAM,
  UNKNOWN;

  private static final List<String> OF_SUMMARY = List.of("_count", "_sum");
  private static final List<String> OF_HISTOGRAM = List.of("_bucket", "_count", "_sum");

  /**
   * What follows the family's name in the names of those samples that are not called like the
   * family itself.
   */
  public List<String> sampleSuffixes() {
    return switch (this) {
      case SUMMARY -> OF_SUMMARY;
      case HISTOGRAM -> OF_HISTOGRAM;
      case COUNTER, GAUGE, UNKNOWN -> List.of();
    };
  }
}
