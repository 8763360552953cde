package io.brokerscope.dashboards;

/** One thing to look at. */
public sealed interface Panel permits Chart, Table {
  Subject subject();

  Look look();

  /**
   * What does not depend on the kind of panel.
   *
   * @param width in columns of the grid's 24; 0 for an equal share of what the others leave
   * @param emptyMeans what it means when there is no series, for panels where that is normal; empty
   *     for panels that always have one
   */
  record Look(int width, String emptyMeans) {
    static final Look PLAIN = new Look(0, "");

    Look wide(int columns) {
      return new Look(columns, emptyMeans);
    }

    Look emptyMeaning(String meaning) {
      return new Look(width, meaning);
    }
  }
}
