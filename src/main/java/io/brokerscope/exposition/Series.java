package io.brokerscope.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the value on a sample's line, made once: {@code name{label="value"} } with the
 * blank. Two series are equal when these bytes are, so a series is its own key. A broker has
 * 100,000 of them, so it keeps nothing else.
 */
public final class Series {
  /** An array of its own until {@link SeriesText} takes the bytes into a common one. */
  private byte[] text;

  private int start;
  private final int length;

  private Series(byte[] prefix) {
    this.text = prefix;
    this.length = prefix.length;
  }

  /**
   * Makes the bytes.
   *
   * @param name the sample's full name, with {@code _total}, {@code _count} or {@code _sum}; legal
   *     in both formats
   */
  public static Series of(String name, Labels labels) {
    String line = name + LabelText.line(labels);
    return new Series(line.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes stand before the value. */
  public int prefixBytes() {
    return length;
  }

  void putPrefix(ByteSink sink) {
    sink.put(text, start, length);
  }

  /** Copies the bytes to where they stand from now on; the old array may be garbage then. */
  void moveTo(byte[] newText, int newStart) {
    System.arraycopy(text, start, newText, newStart, length);
    text = newText;
    start = newStart;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series
        && Arrays.equals(
            text, start, start + length, series.text, series.start, series.start + series.length);
  }

  /**
   * Computed each time: it is asked for when MBeans come and go, and would cost 8 bytes a series.
   */
  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + text[i];
    }
    return hash;
  }

  /** The name and the labels as they are written, without the blank. */
  @Override
  public String toString() {
    return new String(text, start, length - 1, StandardCharsets.UTF_8);
  }
}
