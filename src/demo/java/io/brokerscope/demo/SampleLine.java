package io.brokerscope.demo;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one line of text format 0.0.4: {@code name{label="value",...} value}, without a time stamp.
 */
final class SampleLine {

  private final String line;
  private int position;

  SampleLine(String line) {
    this.line = line;
  }

  Sample parse() {
    String name = until("{ ");
    Map<String, String> labels = new LinkedHashMap<>();
    if (skip('{')) {
      while (!skip('}')) {
        String label = until("=");
        position += "=\"".length();
        labels.put(label, quoted());
        skip(',');
      }
    }
    return new Sample(name, labels, number(line.substring(position).strip()));
  }

  private String until(String delimiters) {
    int start = position;
    while (delimiters.indexOf(line.charAt(position)) < 0) {
      position++;
    }
    return line.substring(start, position);
  }

  private boolean skip(char expected) {
    boolean found = line.charAt(position) == expected;
    if (found) {
      position++;
    }
    return found;
  }

  /** A label's value; the format escapes backslash, quote and line feed. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    while (!skip('"')) {
      char c = line.charAt(position++);
      if (c == '\\') {
        char escaped = line.charAt(position++);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
