package io.brokerscope.scrape;

import io.brokerscope.exposition.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * A series taken apart again, for {@link MBeanCollector}: keeping names and labels beside the bytes
 * would cost every agent memory that only embedders need.
 */
record ParsedSeries(String name, List<String> labelNames, List<String> labelValues) {

  static ParsedSeries of(Series series) {
    String line = series.toString();
    int brace = line.indexOf('{');
    if (brace < 0) {
      return new ParsedSeries(line, List.of(), List.of());
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int at = brace + 1;
    while (at < line.length()) {
      int equals = line.indexOf('=', at);
      names.add(line.substring(at, equals));
      int end = closingQuote(line, equals + 2);
      values.add(unescape(line.substring(equals + 2, end)));
      at = end + 2; // the quote, and the comma or the brace
    }
    return new ParsedSeries(line.substring(0, brace), names, values);
  }

  private static int closingQuote(String line, int from) {
    int at = from;
    while (line.charAt(at) != '"') {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static String unescape(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        c = value.charAt(++i);
        plain.append(c == 'n' ? '\n' : c);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
