package io.brokerscope.scrape;

import java.util.Set;

/**
 * The families a pass is for, from the {@code name[]} parameters of a request: those whose name, or
 * the name of one of whose samples, is listed. An empty list means all.
 */
record FamilyChoice(Set<String> names) {
  private static final String TOTAL = "_total";

  FamilyChoice {
    names = Set.copyOf(names);
  }

  boolean isAll() {
    return names.isEmpty();
  }

  boolean includes(FamilyTable family) {
    return includes(family.name(), family.isSummary());
  }

  /** Whether a family of that name is wanted; a summary also by the names of its count and sum. */
  boolean includes(String name, boolean summary) {
    if (names.isEmpty() || names.contains(name)) {
      return true;
    }
    if (summary) {
      return names.contains(name + "_count") || names.contains(name + "_sum");
    }
    return name.endsWith(TOTAL)
        && names.contains(name.substring(0, name.length() - TOTAL.length()));
  }
}
