package io.brokerscope.rules;

import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.MetricType;
import java.util.OptionalDouble;

/**
 * The series a rule gives an attribute.
 *
 * @param family name, type and help
 * @param labels legal and unique
 * @param value where its number comes from
 * @param rule index of the rule, from 0
 */
public record SeriesSpec(Family family, Labels labels, ValueSpec value, int rule) {

  /**
   * A family as one rule sees it. A counter's name ends in {@code _total}; another's is kept as the
   * rule says.
   *
   * @param name legal in both formats
   */
  public record Family(String name, MetricType type, String help) {}

  /**
   * Where a series' number comes from.
   *
   * @param constant replaces the attribute's value, factor included; empty takes the attribute's
   *     value
   * @param factor multiplies the attribute's value, Booleans excepted
   */
  public record ValueSpec(OptionalDouble constant, double factor) {}
}
