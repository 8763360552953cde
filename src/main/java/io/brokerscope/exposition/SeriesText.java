package io.brokerscope.exposition;

/**
 * What stands before the values of many series, in the order of writing and in one array. A scrape
 * every few seconds finds none of it in a cache: one array is fetched ahead while it is read, where
 * an array for each series would be waited for each time.
 */
public final class SeriesText {
  private static final byte[] NOTHING = {};

  private final byte[] text;

  /** Where each series' bytes end; they begin where those of the one before end. */
  private final int[] ends;

  private SeriesText(byte[] text, int[] ends) {
    this.text = text;
    this.ends = ends;
  }

  /** No series at all. */
  public static SeriesText none() {
    return new SeriesText(NOTHING, new int[0]);
  }

  /**
   * Moves the bytes of these series together; afterwards the series share them.
   *
   * @throws ArithmeticException for more than 2 GiB
   */
  public static SeriesText of(Series[] series) {
    int[] ends = new int[series.length];
    int end = 0;
    for (int i = 0; i < series.length; i++) {
      end = Math.addExact(end, series[i].prefixBytes());
      ends[i] = end;
    }
    byte[] text = new byte[end];
    for (int i = 0; i < series.length; i++) {
      series[i].moveTo(text, ends[i] - series[i].prefixBytes());
    }
    return new SeriesText(text, ends);
  }

  /** The number of series. */
  public int size() {
    return ends.length;
  }

  void putPrefix(int i, ByteSink sink) {
    int start = i == 0 ? 0 : ends[i - 1];
    sink.put(text, start, ends[i] - start);
  }
}
