package io.brokerscope.alerts;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code alerts/slo.yml}. */
final class SloTable {
  static final Path FILE = Path.of("alerts", "slo.yml");

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "alert",
          "objective",
          "bad",
          "board",
          "errors",
          "total",
          "min_rate",
          "bad_sample",
          "by",
          "severities",
          "team");

  private SloTable() {}

  static List<Slo> read() throws IOException {
    Map<String, List<Map<String, Object>>> file =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
    return file.get("slos").stream().map(SloTable::slo).toList();
  }

  private static Slo slo(Map<String, Object> row) {
    for (String key : row.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            FILE + ": " + row.get("name") + " has the unknown key " + key + "; known are " + KEYS);
      }
    }
    return new Slo(
        text(row, "name"),
        text(row, "alert"),
        new BigDecimal(text(row, "objective")),
        text(row, "bad"),
        text(row, "board"),
        indicator(row),
        texts(row, "by", List.of("kafka_cluster")),
        texts(row, "severities", List.of("page", "ticket")),
        Optional.ofNullable(row.get("team")).map(Object::toString));
  }

  private static Slo.Indicator indicator(Map<String, Object> row) {
    if (row.containsKey("bad_sample")) {
      return new Slo.Samples(text(row, "bad_sample"));
    }
    return new Slo.Events(
        text(row, "errors"),
        text(row, "total"),
        Optional.ofNullable(row.get("min_rate")).map(rate -> new BigDecimal(rate.toString())));
  }

  private static String text(Map<String, Object> row, String key) {
    Object value = row.get(key);
    if (value == null) {
      throw new IllegalArgumentException(FILE + ": " + row.get("name") + " lacks " + key);
    }
    return value.toString().strip();
  }

  private static List<String> texts(Map<String, Object> row, String key, List<String> unlessGiven) {
    return row.get(key) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : unlessGiven;
  }
}
