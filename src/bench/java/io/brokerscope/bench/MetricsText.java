package io.brokerscope.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks into scraped text, in both formats. */
final class MetricsText {
  private MetricsText() {}

  static int seriesCount(byte[] text) {
    return (int)
        new String(text, UTF_8)
            .lines()
            .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
            .count();
  }

  /** The value of the one series of that name, which has no labels. */
  static double value(byte[] text, String name) {
    return new String(text, UTF_8)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no series " + name + " in the scrape"));
  }
}
