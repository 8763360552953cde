package io.brokerscope.packs;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics that community boards and alerts ask for, and which of them the packs have. */
public record CommunityNames(Map<Place, List<Name>> names) {
  private static final String LIST = "community-metrics.txt";
  private static final String GONE = "gone ";
  private static final String MISSING = "missing: ";

  /** Where a name is found, or why not. */
  public enum Place {
    /** In the shipped form of a pack. */
    SHIPPED,
    /** With debug switched on. */
    DEBUG_ONLY,
    /** Kafka 4 has it no more, whether or not older versions of the plant do. */
    GONE,
    /** The packs lack it, with a reason. */
    MISSING,
    /** The packs lack it, and nobody says why. */
    UNEXPLAINED,
    /** Said to be missing although the packs have it. */
    WRONGLY_MISSING
  }

  /**
   * A line of the list.
   *
   * @param boards who asks for it
   * @param note empty, {@code gone VERSION: why} or {@code missing: why}
   */
  public record Name(String metric, String boards, String note) {

    private static Name of(String line) {
      String[] parts = line.split("\\|", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            LIST + ": found '" + line + "', expected 'metric | boards | note'");
      }
      String note = parts[2].strip();
      if (!note.isEmpty() && !note.startsWith(CommunityNames.GONE) && !note.startsWith(MISSING)) {
        throw new IllegalArgumentException(
            LIST + ": found the note '" + note + "', expected 'gone VERSION: …' or 'missing: …'");
      }
      return new Name(parts[0].strip(), parts[1].strip(), note);
    }

    private Place place(Set<String> shipped, Set<String> withDebug) {
      if (note.startsWith(CommunityNames.GONE)) {
        return Place.GONE;
      }
      boolean here = withDebug.contains(metric);
      if (note.startsWith(MISSING)) {
        return here ? Place.WRONGLY_MISSING : Place.MISSING;
      }
      if (here) {
        return shipped.contains(metric) ? Place.SHIPPED : Place.DEBUG_ONLY;
      }
      return Place.UNEXPLAINED;
    }
  }

  /** Looks for the names of the list among those that the packs give. */
  static CommunityNames among(Set<String> shipped, Set<String> withDebug) {
    return new CommunityNames(
        list().stream().collect(groupingBy(name -> name.place(shipped, withDebug))));
  }

  /** What is asked for. */
  public static List<Name> list() {
    return list(CommunityNames.class, LIST);
  }

  /** Another list of the same form, beside a class. */
  public static List<Name> list(Class<?> owner, String resource) {
    return ListFile.lines(owner, resource).map(Name::of).toList();
  }

  List<Name> in(Place place) {
    return names.getOrDefault(place, List.of());
  }

  /** How many the packs have. */
  int found() {
    return in(Place.SHIPPED).size() + in(Place.DEBUG_ONLY).size();
  }

  /** How many Kafka 4 still has figures for. */
  int possible() {
    return found()
        + in(Place.MISSING).size()
        + in(Place.UNEXPLAINED).size()
        + in(Place.WRONGLY_MISSING).size();
  }

  double share() {
    return (double) found() / possible();
  }
}
