package io.brokerscope.packs;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics that community boards and alerts ask for, and which of them the packs have. */
public record CommunityNames(Map<Place, List<Name>> names) {
  private static final String LIST = "community-metrics.txt";
  private static final String BOARDS = "community-boards.txt";
  private static final String GONE = "gone ";
  private static final String MISSING = "missing: ";

  /** Where a name is found, or why not. */
  public enum Place {
    /** In the shipped form of the pack, or of each pack, that it is wanted of. */
    SHIPPED,
    /** There with debug switched on. */
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

    /** In all packs whose processes the boards are about. */
    private Place place(Map<String, Offer> byBoard) {
      List<Offer> offers =
          Arrays.stream(boards.split(", "))
              .map(board -> requireNonNull(byBoard.get(board), () -> BOARDS + " lacks " + board))
              .toList();
      if (note.startsWith(CommunityNames.GONE)) {
        return Place.GONE;
      }
      boolean here = offers.stream().allMatch(offer -> offer.withDebug().contains(metric));
      if (note.startsWith(MISSING)) {
        return here ? Place.WRONGLY_MISSING : Place.MISSING;
      }
      if (here) {
        boolean shipped = offers.stream().allMatch(offer -> offer.shipped().contains(metric));
        return shipped ? Place.SHIPPED : Place.DEBUG_ONLY;
      }
      return Place.UNEXPLAINED;
    }
  }

  /** The names of series that a process has by what runs in it, in both forms of its pack. */
  record Offer(Set<String> shipped, Set<String> withDebug) {}

  /** Looks for the names of the list, each in the packs that its boards are about. */
  static CommunityNames among(Map<String, Offer> byPack) {
    Map<String, Offer> byBoard = new HashMap<>();
    packs().forEach((board, pack) -> byBoard.put(board, byPack.get(pack)));
    return of(list(), byBoard);
  }

  static CommunityNames of(List<Name> names, Map<String, Offer> byBoard) {
    return new CommunityNames(names.stream().collect(groupingBy(name -> name.place(byBoard))));
  }

  /** By board, the pack of the process that it is about. */
  static Map<String, String> packs() {
    return ListFile.lines(CommunityNames.class, BOARDS)
        .map(line -> line.split(" \\| ", 3))
        .collect(toMap(parts -> parts[0], parts -> parts[1]));
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

  /** How many the packs have with debug. */
  int found() {
    return foundByDefault() + in(Place.DEBUG_ONLY).size();
  }

  /** How many the packs have as they are shipped. */
  int foundByDefault() {
    return in(Place.SHIPPED).size();
  }

  /** How many Kafka 4 still has figures for. */
  int possible() {
    return found()
        + in(Place.MISSING).size()
        + in(Place.UNEXPLAINED).size()
        + in(Place.WRONGLY_MISSING).size();
  }

  /** Of those that are possible, of which there must be some. */
  double share(int found) {
    return (double) found / possible();
  }
}
