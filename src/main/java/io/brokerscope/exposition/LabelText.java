package io.brokerscope.exposition;

import java.nio.charset.StandardCharsets;

/**
 * The labels of a sample as they stand on its line, made once: {@code {label="value"} } with the
 * blank. For tables whose rows have many families in common: what is the same for all of them is
 * kept once, and the name is that of the family being written.
 */
public final class LabelText {
  private final byte[] text;

  private LabelText(byte[] text) {
    this.text = text;
  }

  public static LabelText of(Labels labels) {
    return new LabelText(line(labels).getBytes(StandardCharsets.UTF_8));
  }

  /** What stands between a sample's name and its value. */
  static String line(Labels labels) {
    StringBuilder line = new StringBuilder();
    char separator = '{';
    for (Label label : labels.all()) {
      line.append(separator).append(label.name());
      line.append("=\"").append(Escaping.withQuotes(label.value())).append('"');
      separator = ',';
    }
    return line.append(labels.all().isEmpty() ? " " : "} ").toString();
  }

  void put(ByteSink sink) {
    sink.put(text);
  }
}
