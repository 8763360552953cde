package io.brokerscope.rules;

/** What the rules make of a number, before the number is known. */
public sealed interface Decision {

  /**
   * No rule matches, or the rule that does drops it.
   *
   * @param rule index of the rule that drops it; -1 if none matches
   */
  record Dropped(int rule) implements Decision {}

  /** Whatever the number, it goes to this series. */
  record Exposed(SeriesSpec series) implements Decision {}

  /** A rule can see the number: ask {@link RuleSet#decideValue} about each one. */
  record DependsOnValue() implements Decision {}

  /** No rule matches. */
  Dropped UNMATCHED = new Dropped(-1);

  /** The one instance needed. */
  DependsOnValue DEPENDS_ON_VALUE = new DependsOnValue();
}
