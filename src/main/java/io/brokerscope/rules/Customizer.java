package io.brokerscope.rules;

import io.brokerscope.config.CustomizerConfig;
import java.util.List;

/**
 * What a customizer does to the MBeans it applies to.
 *
 * @param attributesAsLabels attributes whose values become labels of every sample
 * @param extraMetrics constants added as if they were attributes
 */
public record Customizer(List<String> attributesAsLabels, List<Extra> extraMetrics) {

  /**
   * A constant.
   *
   * @param name stands where an attribute's name stands
   * @param value a Number, Boolean or String
   * @param description for the help text
   */
  public record Extra(String name, Object value, String description) {}

  static Customizer of(CustomizerConfig config) {
    return new Customizer(
        config.attributesAsLabels(),
        config.extraMetrics().stream()
            .map(extra -> new Extra(extra.name(), extra.value(), extra.description()))
            .toList());
  }
}
