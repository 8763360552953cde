package io.brokerscope.packs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of exceptions, each with its reason: lines of {@code regular expression | reason}, the
 * first that matches a whole text counts.
 */
record Reasons(List<Entry> entries) {

  /** One line. */
  record Entry(Pattern pattern, String reason) {}

  /** Reads a resource beside this class. */
  static Reasons of(String resource) {
    return of(ListFile.lines(Reasons.class, resource));
  }

  static Reasons of(Stream<String> lines) {
    return new Reasons(lines.map(Reasons::entry).toList());
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
    return entryFor(text).map(Entry::reason);
  }

  /** The patterns of entries that are the reason for none of the texts. */
  List<String> idle(Collection<String> texts) {
    Set<Entry> used =
        texts.stream().flatMap(text -> entryFor(text).stream()).collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> !used.contains(entry))
        .map(entry -> entry.pattern().pattern())
        .toList();
  }

  private Optional<Entry> entryFor(String text) {
    return entries.stream().filter(entry -> entry.pattern().matcher(text).matches()).findFirst();
  }
}
