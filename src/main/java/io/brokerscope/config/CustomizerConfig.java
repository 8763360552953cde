package io.brokerscope.config;

import java.util.List;
import java.util.Map;

/**
 * One entry of {@code metricCustomizers}. The first whose filter matches an MBean applies to it.
 *
 * @param domain of the MBean, exact
 * @param properties that the MBean must have, exact; it may have more
 * @param attributesAsLabels attributes whose values become labels of every sample of the MBean
 * @param extraMetrics constants added to the MBean, as if they were attributes
 */
public record CustomizerConfig(
    String domain,
    Map<String, String> properties,
    List<String> attributesAsLabels,
    List<ExtraMetric> extraMetrics) {

  public CustomizerConfig {
    properties = Map.copyOf(properties);
    attributesAsLabels = List.copyOf(attributesAsLabels);
    extraMetrics = List.copyOf(extraMetrics);
  }

  /**
   * A constant added to an MBean.
   *
   * @param name stands where an attribute's name stands
   * @param value a Number, Boolean or String
   * @param description for the help text, empty if none
   */
  public record ExtraMetric(String name, Object value, String description) {}
}
