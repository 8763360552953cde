package io.brokerscope.scrape;

import io.brokerscope.exposition.Series;

/** A series of a family and the sink that has it. */
final class SeriesEntry {
  final Series series;
  final FamilyTable family;

  /** Null only between the last release and the family's tidying up. */
  private NumberSink winner;

  SeriesEntry(Series series, FamilyTable family) {
    this.series = series;
    this.family = family;
  }

  NumberSink winner() {
    return winner;
  }

  void winner(NumberSink newWinner) {
    winner = newWinner;
  }

  boolean isClaimed() {
    return winner != null;
  }

  /** Index in the value store of the number that is exposed. */
  int slot() {
    return winner.slot();
  }
}
