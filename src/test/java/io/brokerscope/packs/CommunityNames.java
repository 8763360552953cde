package io.brokerscope.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The metrics that community boards and alerts ask for, and which of them the packs have.
 *
 * @param present in the shipped form
 * @param debugOnly with debug switched on
 * @param gone Kafka 4 has them no more
 * @param missing the packs lack them, with the reason
 * @param unexplained the packs lack them, and nobody says why
 * @param wronglyMissing said to be missing, or gone, although the packs have them
 */
record CommunityNames(
    List<Name> present,
    List<Name> debugOnly,
    List<Name> gone,
    List<Name> missing,
    List<Name> unexplained,
    List<Name> wronglyMissing) {

  private static final String LIST = "community-metrics.txt";
  private static final String GONE = "gone ";
  private static final String MISSING = "missing: ";

  /**
   * A line of the list.
   *
   * @param boards who asks for it
   * @param note empty, {@code gone VERSION: why} or {@code missing: why}
   */
  record Name(String metric, String boards, String note) {

    private static Name of(String line) {
      String[] parts = line.split("\\|", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            LIST + ": found '" + line + "', expected 'metric | boards | note'");
      }
      String note = parts[2].strip();
      if (!note.isEmpty() && !note.startsWith(GONE) && !note.startsWith(MISSING)) {
        throw new IllegalArgumentException(
            LIST + ": found the note '" + note + "', expected 'gone …' or 'missing: …'");
      }
      return new Name(parts[0].strip(), parts[1].strip(), note);
    }
  }

  static CommunityNames among(Set<String> byDefault, Set<String> withDebug) {
    CommunityNames names =
        new CommunityNames(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Reasons.lines(LIST)
        .map(Name::of)
        .forEach(name -> names.place(name, byDefault, withDebug).add(name));
    return names;
  }

  private List<Name> place(Name name, Set<String> byDefault, Set<String> withDebug) {
    if (withDebug.contains(name.metric()) && !name.note().isEmpty()) {
      return wronglyMissing;
    }
    if (byDefault.contains(name.metric())) {
      return present;
    }
    if (withDebug.contains(name.metric())) {
      return debugOnly;
    }
    if (name.note().startsWith(GONE)) {
      return gone;
    }
    return name.note().startsWith(MISSING) ? missing : unexplained;
  }

  /** How many the packs have. */
  int found() {
    return present.size() + debugOnly.size();
  }

  /** How many Kafka 4 still has figures for. */
  int possible() {
    return found() + missing.size() + unexplained.size() + wronglyMissing.size();
  }

  double share() {
    return (double) found() / possible();
  }
}
