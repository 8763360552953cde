package io.brokerscope.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the value on a sample's line, made once: {@code name{label="value"} } with the
 * blank. Two series are equal when these bytes are, so a series is its own key. A broker has
 * 100,000 of them, so it keeps nothing else.
 */
public final class Series {
  private final byte[] prefix;

  private Series(byte[] prefix) {
    this.prefix = prefix;
  }

  /**
   * Makes the bytes.
   *
   * @param name the sample's full name, with {@code _total}, {@code _count} or {@code _sum}; legal
   *     in both formats
   */
  public static Series of(String name, Labels labels) {
    StringBuilder line = new StringBuilder(name);
    char separator = '{';
    for (Label label : labels.all()) {
      line.append(separator).append(label.name());
      line.append("=\"").append(Escaping.withQuotes(label.value())).append('"');
      separator = ',';
    }
    line.append(labels.all().isEmpty() ? " " : "} ");
    return new Series(line.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves, not a copy, because every scrape reads them: do not change them. */
  public byte[] prefix() {
    return prefix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series && Arrays.equals(prefix, series.prefix);
  }

  /**
   * Computed each time: it is asked for when MBeans come and go, and would cost 8 bytes a series.
   */
  @Override
  public int hashCode() {
    return Arrays.hashCode(prefix);
  }

  /** The name and the labels as they are written, without the blank. */
  @Override
  public String toString() {
    return new String(prefix, 0, prefix.length - 1, StandardCharsets.UTF_8);
  }
}
