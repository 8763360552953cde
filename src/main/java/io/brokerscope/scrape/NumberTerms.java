package io.brokerscope.scrape;

import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.SeriesSpec;

/**
 * What a rule says of the numbers of its series. All series of a rule share one, as a broker has
 * 100,000 series.
 *
 * @param rule index of the rule
 * @param constant whether {@code operand} replaces each number; else it is the factor
 */
record NumberTerms(MetricType type, int rule, boolean constant, double operand) {
  static NumberTerms of(SeriesSpec spec) {
    return new NumberTerms(
        spec.family().type(),
        spec.rule(),
        spec.value().constant().isPresent(),
        spec.value().constant().orElse(spec.value().factor()));
  }

  double apply(double number) {
    return constant ? operand : number * operand;
  }
}
