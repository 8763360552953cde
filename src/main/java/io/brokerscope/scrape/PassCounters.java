package io.brokerscope.scrape;

/** What happened in one pass. */
final class PassCounters {
  int beansRead;
  int beansFailed;
  int attributesFailed;

  /** How often rules were run because they can see the value. */
  int ruleEvaluations;

  void reset() {
    beansRead = 0;
    beansFailed = 0;
    attributesFailed = 0;
    ruleEvaluations = 0;
  }
}
