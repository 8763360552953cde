package io.brokerscope.config;

import java.util.List;

/**
 * A whole configuration file, checked. Values that were absent hold their defaults.
 *
 * @param timing when scraping starts and how long a request may wait
 * @param output how names and types are written
 * @param selection which MBeans and attributes are looked at
 * @param rules in file order; an absent {@code rules} key gives one rule that matches everything
 * @param customizers in file order, empty if none
 */
public record ExporterConfig(
    Timing timing,
    Output output,
    Selection selection,
    List<RuleConfig> rules,
    List<CustomizerConfig> customizers) {

  public ExporterConfig {
    rules = List.copyOf(rules);
    customizers = List.copyOf(customizers);
  }

  /**
   * When scraping starts and how long a request may wait.
   *
   * @param startDelaySeconds 0 or more; MBeans are left alone for so long after the agent started
   * @param scrapeTimeoutSeconds 1 or more; a request that waits longer is answered 503
   */
  public record Timing(int startDelaySeconds, int scrapeTimeoutSeconds) {}

  /**
   * How names and types are written.
   *
   * @param lowercaseNames the key lowercaseOutputName
   * @param lowercaseLabelNames the key lowercaseOutputLabelNames
   * @param inferCounterTypeFromName a final name that ends in {@code _total} is a counter
   * @param omitEmptyHistograms no quantiles of a Yammer histogram or timer that never recorded a
   *     value
   * @param maxSeries {@code limits.maxSeries}; series beyond it are not exposed
   */
  public record Output(
      boolean lowercaseNames,
      boolean lowercaseLabelNames,
      boolean inferCounterTypeFromName,
      boolean omitEmptyHistograms,
      int maxSeries) {}
}
