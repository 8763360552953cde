package io.brokerscope.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads text format 0.0.4 as its specification says; anything else is an error. */
final class TextParser {
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, String> helps = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private String line;
  private int position;

  private TextParser() {}

  static List<Sample> parse(String document) {
    TextParser parser = new TextParser();
    for (String line : document.split("\n", -1)) {
      parser.read(line);
    }
    return parser.samples;
  }

  private void read(String text) {
    line = text;
    position = 0;
    if (text.startsWith("# HELP ")) {
      comment("# HELP ", helps);
    } else if (text.startsWith("# TYPE ")) {
      comment("# TYPE ", types);
    } else if (!text.isEmpty()) {
      sample();
    }
  }

  private void comment(String start, Map<String, String> byName) {
    int space = line.indexOf(' ', start.length());
    String name = line.substring(start.length(), space);
    String text = unescape(line.substring(space + 1));
    if (byName.put(name, text) != null) {
      throw new IllegalArgumentException("twice in one document: " + line);
    }
  }

  private void sample() {
    String name = upTo('{', ' ');
    Map<String, String> labels = new HashMap<>();
    if (line.charAt(position) == '{') {
      position++;
      while (line.charAt(position) != '}') {
        label(labels);
      }
      position++;
    }
    String number = line.substring(position + 1);
    samples.add(
        new Sample(
            name,
            labels,
            types.getOrDefault(name, "untyped"),
            helps.getOrDefault(name, ""),
            number(number)));
  }

  private void label(Map<String, String> labels) {
    String name = upTo('=', '=');
    position += 2;
    int start = position;
    while (line.charAt(position) != '"') {
      position += line.charAt(position) == '\\' ? 2 : 1;
    }
    String value = unescape(line.substring(start, position));
    if (labels.put(name, value) != null) {
      throw new IllegalArgumentException("a label name occurs twice: " + line);
    }
    position++;
    if (line.charAt(position) == ',') {
      position++;
    }
  }

  private String upTo(char end, char otherEnd) {
    int start = position;
    while (line.charAt(position) != end && line.charAt(position) != otherEnd) {
      position++;
    }
    return line.substring(start, position);
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
