package io.brokerscope.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What promtool dislikes about metrics and stays: a line {@code finding | reason}, then a line for
 * each metric that it is about.
 *
 * @param findings as promtool prints them, {@code metric finding}
 */
record AcceptedFindings(Set<String> findings) {
  private static final String LIST = "lint-accepted.txt";

  static AcceptedFindings read() {
    return of(ListFile.lines(AcceptedFindings.class, LIST));
  }

  static AcceptedFindings of(Stream<String> lines) {
    Set<String> findings = new TreeSet<>();
    String finding = null;
    for (String line : lines.toList()) {
      int bar = line.indexOf(" | ");
      if (bar > 0) {
        finding = line.substring(0, bar);
      } else if (finding == null || line.contains(" ")) {
        throw new IllegalArgumentException(
            LIST + ": found '" + line + "', expected 'finding | reason' or the name of a metric");
      } else if (!findings.add(line + ' ' + finding)) {
        throw new IllegalArgumentException(
            LIST + ": found " + line + " twice below '" + finding + "', expected it once");
      }
    }
    return new AcceptedFindings(findings);
  }

  /** Lines of promtool that the list lacks. */
  List<String> missingFor(Collection<String> found) {
    List<String> missing = new ArrayList<>(new TreeSet<>(found));
    missing.removeAll(findings);
    return missing;
  }

  /** Lines of the list that promtool does not say. */
  List<String> idleFor(Collection<String> found) {
    List<String> idle = new ArrayList<>(findings);
    idle.removeAll(Set.copyOf(found));
    return idle;
  }
}
