package io.brokerscope.dashboards.live;

import io.brokerscope.packs.ListFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The panels that have no data on the recorded cluster, each with the reason. */
record EmptyPanels(List<Entry> entries) {
  static final String LIST = "empty-panels.txt";

  /**
   * @param uid of its board
   */
  record PanelName(String uid, String title) {}

  /** A line of the list. */
  record Entry(PanelName panel, Expected expected, String reason) {}

  /** How often a panel has data. */
  enum Expected {
    /** The recorded cluster lacks what the panel is about. */
    NEVER,
    /** What the panel is about may happen or not. */
    MAYBE
  }

  static EmptyPanels read() {
    return new EmptyPanels(
        ListFile.lines(EmptyPanels.class, LIST).map(EmptyPanels::entry).toList());
  }

  private static Entry entry(String line) {
    String[] parts = line.split(" \\| ", -1);
    if (parts.length != 4 || !List.of("never", "maybe").contains(parts[2].strip())) {
      throw new IllegalArgumentException(
          LIST + ": found '" + line + "', expected 'uid | title | never or maybe | reason'");
    }
    Expected expected = parts[2].strip().equals("never") ? Expected.NEVER : Expected.MAYBE;
    return new Entry(new PanelName(parts[0].strip(), parts[1].strip()), expected, parts[3].strip());
  }

  /**
   * What is wrong: empty panels that are not on the list, and lines of the list that do not fit.
   */
  List<String> complaints(Set<PanelName> all, Set<PanelName> empty) {
    List<String> complaints = new ArrayList<>();
    Set<PanelName> unexplained = new HashSet<>(empty);
    for (Entry entry : entries) {
      unexplained.remove(entry.panel());
      if (!all.contains(entry.panel())) {
        complaints.add("on the list, but on no board: " + entry.panel());
      } else if (entry.expected() == Expected.NEVER && !empty.contains(entry.panel())) {
        complaints.add("on the list as never having data, but it has: " + entry.panel());
      }
    }
    unexplained.forEach(panel -> complaints.add("no data: " + panel));
    complaints.sort(null);
    return complaints;
  }

  /** A line for each of the panels. */
  String told(Set<PanelName> empty) {
    StringBuilder text = new StringBuilder();
    entries.stream()
        .filter(entry -> empty.contains(entry.panel()))
        .forEach(
            entry ->
                text.append(
                    "  %s, %s: %s%n"
                        .formatted(entry.panel().uid(), entry.panel().title(), entry.reason())));
    return text.toString();
  }
}
