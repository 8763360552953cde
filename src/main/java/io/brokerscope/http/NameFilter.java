package io.brokerscope.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The {@code name[]} parameters of a scrape's query, which restrict it to some sample names. */
final class NameFilter {
  private static final String PARAMETER = "name[]";

  private NameFilter() {}

  /**
   * The names asked for, empty when all are.
   *
   * @param rawQuery percent-encoded, null when there is none
   */
  static Set<String> names(String rawQuery) {
    Set<String> names = new HashSet<>();
    for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decode(pair.substring(0, equals)).equals(PARAMETER)) {
        names.add(decode(pair.substring(equals + 1)));
      }
    }
    names.remove("");
    return names;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
