package io.brokerscope.dashboards;

import java.util.List;
import java.util.Optional;

/** What can be chosen at the top of a board. */
public sealed interface Variable {
  String name();

  /** Which Prometheus. */
  record DataSource(String name, String label) implements Variable {}

  /**
   * Values of a label.
   *
   * @param query {@code label_values(...)}
   * @param regex takes a part of each value; empty for the whole
   * @param preset where only one can be chosen, which at first, an empty text for whichever comes
   *     first; nothing where any number can be chosen, and at first all are
   */
  record Values(String name, String label, String query, String regex, Optional<String> preset)
      implements Variable {}

  /**
   * Values of a label that follow from what is chosen in other variables; nobody sees it.
   *
   * @param query {@code label_values(...)}
   * @param regex takes a part of each value
   */
  record Following(String name, String query, String regex) implements Variable {}

  /** One of a few given values. */
  record Choice(String name, String label, List<String> values, String preset)
      implements Variable {}

  static Variable several(String name, String label, String shorthand) {
    return new Values(name, label, PromQl.expand(shorthand), "", Optional.empty());
  }

  static Variable one(String name, String label, String shorthand, String preset) {
    return new Values(name, label, PromQl.expand(shorthand), "", Optional.of(preset));
  }

  static Variable choice(String name, String label, String preset, String... values) {
    return new Choice(name, label, List.of(values), preset);
  }

  /** What comes before the colon of the addresses that fit what is chosen. */
  static Variable hosts(String name, String shorthand) {
    return new Following(name, PromQl.expand(shorthand), "/^(.+?)(?::\\d+)?$/");
  }
}
