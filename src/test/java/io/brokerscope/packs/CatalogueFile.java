package io.brokerscope.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two texts of the catalogue. Everything counts to the letter but the numbers of series:
 * how many kinds of requests, errors or connections a broker has seen differs from run to run, so
 * there a half more or less, or five, are the same.
 */
final class CatalogueFile {
  private static final int DIFFERENCES_SHOWN = 40;
  private static final int ALWAYS_SAME = 5;
  private static final double SAME_SHARE = 0.5;

  /** The cells of a metric's row, and where among them the number of series is. */
  private static final int CELLS = 7;

  private static final int SERIES = 4;

  private CatalogueFile() {}

  /** The lines that differ, as diff shows them; empty when the texts say the same. */
  static String differences(String committed, String generated) {
    Set<String> before = withoutCounts(committed);
    Set<String> after = withoutCounts(settled(committed, generated));
    List<String> lines = new ArrayList<>();
    before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
    after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
    lines.addAll(differentCounts(committed, generated));
    int left = lines.size() - DIFFERENCES_SHOWN;
    return String.join("\n", lines.subList(0, Math.min(lines.size(), DIFFERENCES_SHOWN)))
        + (left > 0 ? "\n… and " + left + " more" : "");
  }

  /** The generated text with the committed numbers of series where these are as good. */
  static String settled(String committed, String generated) {
    Map<String, Integer> counts = counts(committed);
    StringBuilder text = new StringBuilder();
    for (String line : generated.split("(?<=\n)", -1)) {
      Row row = Row.of(line);
      Integer count = row == null ? null : counts.get(row.key());
      boolean same = count != null && same(count, row.series());
      text.append(same ? row.withSeries(count) : line);
    }
    return text.toString();
  }

  private static List<String> differentCounts(String committed, String generated) {
    Map<String, Integer> after = counts(generated);
    List<String> lines = new ArrayList<>();
    counts(committed)
        .forEach(
            (key, count) -> {
              if (after.containsKey(key) && !same(count, after.get(key))) {
                lines.add("! %s: %d series, now %d".formatted(key, count, after.get(key)));
              }
            });
    return lines;
  }

  private static boolean same(int one, int other) {
    int difference = Math.abs(one - other);
    return difference <= ALWAYS_SAME || difference <= SAME_SHARE * Math.max(one, other);
  }

  private static Set<String> withoutCounts(String text) {
    Set<String> lines = new LinkedHashSet<>();
    for (String line : text.split("\n", -1)) {
      Row row = Row.of(line);
      lines.add(row == null ? line : row.withSeries(0));
    }
    return lines;
  }

  /** By metric and form; packs repeat metrics of each other, so the whole row but the count. */
  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      Row row = Row.of(line);
      if (row != null) {
        counts.put(row.key(), row.series());
      }
    }
    return counts;
  }

  /**
   * What a row says of a metric.
   *
   * @param help with the escapes of the table
   */
  record Metric(String name, String type, Set<String> labels, String help) {

    Metric withLabelsOf(Metric other) {
      Set<String> all = new TreeSet<>(labels);
      all.addAll(other.labels);
      return new Metric(name, type, all, help);
    }
  }

  /** One for each row, so a metric may come several times. */
  static List<Metric> metrics(String text) {
    return text.lines().map(Row::of).filter(Objects::nonNull).map(Row::metric).toList();
  }

  /** A metric's row. */
  private record Row(List<String> cells, int series, String end) {

    /** Null for any other line. */
    private static Row of(String line) {
      String end = line.endsWith("\n") ? "\n" : "";
      String content = line.strip();
      if (!content.startsWith("| `")) {
        return null;
      }
      List<String> cells = List.of(content.substring(2, content.length() - 2).split(" \\| ", -1));
      return cells.size() == CELLS && cells.get(SERIES).matches("\\d+")
          ? new Row(cells, Integer.parseInt(cells.get(SERIES)), end)
          : null;
    }

    private String key() {
      return cells.get(0) + ' ' + cells.get(3) + ' ' + cells.get(5);
    }

    private Metric metric() {
      Set<String> labels = new TreeSet<>(List.of(cells.get(2).split(", ")));
      labels.remove("");
      return new Metric(cells.get(0).replace("`", ""), cells.get(1), labels, cells.get(6));
    }

    private String withSeries(int count) {
      List<String> changed = new ArrayList<>(cells);
      changed.set(SERIES, Integer.toString(count));
      return "| " + String.join(" | ", changed) + " |" + end;
    }
  }
}
