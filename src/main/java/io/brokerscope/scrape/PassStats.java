package io.brokerscope.scrape;

import java.util.List;
import java.util.Map;

/**
 * What the agent says of itself in a pass.
 *
 * @param pass this pass
 * @param series this pass
 * @param plan since the rules were loaded
 */
record PassStats(Pass pass, SeriesStats series, PlanStats plan) {
  /** Nothing has happened yet. */
  static final PassStats NONE =
      new PassStats(
          new Pass(0, 0, 0, 0, 0), new SeriesStats(0, Map.of()), new PlanStats(0, 0, 0, List.of()));

  /**
   * @param durationSeconds from the start of the pass to the last value read, plan changes included
   */
  record Pass(
      double durationSeconds,
      int beansRead,
      int beansFailed,
      int attributesFailed,
      int ruleEvaluations) {}

  /**
   * @param dropped by reason; every reason is there, also with 0
   */
  record SeriesStats(int exposed, Map<String, Integer> dropped) {}

  /**
   * @param ruleMatches by rule
   */
  record PlanStats(int beans, long changes, double buildSeconds, List<RuleMatches> ruleMatches) {}

  /**
   * @param line of the rule in the configuration
   */
  record RuleMatches(int rule, int line, long attributes) {}
}
