package io.brokerscope.exposition;

import java.util.Set;

/**
 * The families a document is for, from the {@code name[]} parameters of a request: those whose
 * name, or the name of one of whose samples, is listed. An empty list means all.
 */
public record FamilyChoice(Set<String> names) {
  private static final String TOTAL = "_total";

  public FamilyChoice {
    names = Set.copyOf(names);
  }

  public boolean isAll() {
    return names.isEmpty();
  }

  /**
   * Whether a family is wanted: a summary or a histogram also by the names of its samples, any
   * other one also without its {@code _total}.
   *
   * @param name as in text 0.0.4, a counter's with {@code _total}
   */
  public boolean includes(String name, MetricType type) {
    if (names.isEmpty() || names.contains(name)) {
      return true;
    }
    for (String suffix : type.sampleSuffixes()) {
      if (names.contains(name + suffix)) {
        return true;
      }
    }
    return type.sampleSuffixes().isEmpty()
        && name.endsWith(TOTAL)
        && names.contains(name.substring(0, name.length() - TOTAL.length()));
  }
}
