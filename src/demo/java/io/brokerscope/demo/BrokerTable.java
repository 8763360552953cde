package io.brokerscope.demo;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays out the demo's lines: time and node at the left, the readings right-aligned under their
 * titles.
 */
final class BrokerTable {

  private static final int NARROWEST = 7;
  private static final String LEFT = "%-8s  %4s";

  private BrokerTable() {}

  static String header() {
    return LEFT.formatted("time", "node") + cells(BrokerReading.TITLES);
  }

  /**
   * One node's line.
   *
   * @param time empty repeats the line above
   * @param cells one per title of {@link BrokerReading#TITLES}
   */
  static String line(String time, int node, List<String> cells) {
    return LEFT.formatted(time, node) + cells(cells);
  }

  /**
   * The line below the nodes' lines of a round.
   *
   * @param text about the cluster as a whole
   */
  static String clusterLine(String text) {
    return LEFT.formatted("", "all") + "  " + text;
  }

  private static String cells(List<String> texts) {
    var titles = BrokerReading.TITLES.iterator();
    return texts.stream()
        .map(text -> "  " + " ".repeat(Math.max(0, width(titles.next()) - text.length())) + text)
        .collect(Collectors.joining());
  }

  private static int width(String title) {
    return Math.max(NARROWEST, title.length());
  }
}
