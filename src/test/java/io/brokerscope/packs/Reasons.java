package io.brokerscope.packs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of exceptions, each with its reason: lines of {@code regular expression | reason}, the
 * first that matches a whole text counts.
 */
record Reasons(List<Entry> entries) {

  /** One line. */
  record Entry(Pattern pattern, String reason) {}

  /** Reads a resource beside this class. */
  static Reasons of(String resource) {
    return new Reasons(ListFile.lines(Reasons.class, resource).map(Reasons::entry).toList());
  }

  private static Entry entry(String line) {
    int bar = line.lastIndexOf(" | ");
    if (bar < 0) {
      throw new IllegalArgumentException(
          "found '" + line + "', expected 'regular expression | reason'");
    }
    return new Entry(
        Pattern.compile(line.substring(0, bar).strip()), line.substring(bar + 3).strip());
  }

  Optional<String> reasonFor(String text) {
    return entries.stream()
        .filter(entry -> entry.pattern().matcher(text).matches())
        .map(Entry::reason)
        .findFirst();
  }
}
