package io.brokerscope.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules and their tests, as they lie in {@code alerts/}. */
public final class RuleFiles {
  static final Path FOLDER = Path.of("alerts");
  static final Path TESTS = FOLDER.resolve("tests");

  /** A test's firing alert stands in it again and again by an alias. */
  private static final int MAXIMUM_ALIASES = 10_000;

  /**
   * An alert, or with no severity among its labels a recorded series.
   *
   * @param name of the alert or the series
   */
  record Rule(
      Path file,
      String name,
      boolean alert,
      String expr,
      Map<String, String> labels,
      Map<String, String> annotations,
      boolean timed) {

    /** The labels that its series have; those of a recorded series are what its own rule keeps. */
    Set<String> keptLabels(List<Rule> all) {
      Expression expression = new Expression(expr);
      Set<String> kept = new TreeSet<>(expression.keptLabels());
      kept.addAll(labels.keySet());
      Map<Boolean, List<Rule>> used =
          all.stream()
              .filter(other -> !other.alert() && !other.equals(this))
              .collect(
                  Collectors.partitioningBy(other -> expression.metrics().contains(other.name())));
      used.get(true).forEach(other -> kept.addAll(other.keptLabels(used.get(false))));
      return kept;
    }

    @Override
    public String toString() {
      return file.getFileName() + ": " + name + labels;
    }
  }

  /**
   * One case of a file of tests, named {@code KafkaA, KafkaB: firing: what happens}.
   *
   * @param expected how often each alert is expected to fire, 0 for not at all
   */
  record Case(Path file, List<String> alerts, String kind, Map<String, List<Integer>> expected) {}

  private RuleFiles() {}

  /** The files of rules. */
  public static List<Path> rules() throws IOException {
    return list(FOLDER, ".rules.yml");
  }

  static List<Path> tests() throws IOException {
    return list(TESTS, ".yml");
  }

  static List<Rule> alerts() throws IOException {
    return all().stream().filter(Rule::alert).toList();
  }

  static List<Rule> all() throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (Path file : rules()) {
      for (Map<String, Object> group : maps(load(file).get("groups"))) {
        maps(group.get("rules")).forEach(rule -> rules.add(rule(file, rule)));
      }
    }
    return rules;
  }

  /** Those about alerts; the names of others begin with {@code recorded}. */
  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Path file : tests()) {
      for (Map<String, Object> test : maps(load(file).get("tests"))) {
        String[] name = String.valueOf(test.get("name")).split(": ", 3);
        if (name.length == 3) {
          cases.add(new Case(file, List.of(name[0].split(", ", -1)), name[1], expected(test)));
        } else if (!name[0].equals("recorded")) {
          throw new IllegalArgumentException(
              file + ": " + test.get("name") + " is not <alerts>: firing|quiet|gone: <what>");
        }
      }
    }
    return cases;
  }

  private static Map<String, List<Integer>> expected(Map<String, Object> test) {
    Map<String, List<Integer>> expected = new HashMap<>();
    for (Map<String, Object> check : maps(test.get("alert_rule_test"))) {
      expected
          .computeIfAbsent(String.valueOf(check.get("alertname")), name -> new ArrayList<>())
          .add(maps(check.get("exp_alerts")).size());
    }
    return expected;
  }

  private static Rule rule(Path file, Map<String, Object> rule) {
    boolean alert = rule.containsKey("alert");
    return new Rule(
        file,
        String.valueOf(rule.get(alert ? "alert" : "record")),
        alert,
        String.valueOf(rule.get("expr")),
        texts(rule.get("labels")),
        texts(rule.get("annotations")),
        rule.containsKey("for"));
  }

  private static Map<String, String> texts(Object map) {
    Map<String, String> texts = new TreeMap<>();
    if (map instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  private static List<Map<String, Object>> maps(Object list) {
    List<Map<String, Object>> maps = new ArrayList<>();
    if (list instanceof Collection<?> items) {
      for (Object item : items) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) item).forEach((key, value) -> map.put(String.valueOf(key), value));
        maps.add(map);
      }
    }
    return maps;
  }

  private static Map<String, Object> load(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAXIMUM_ALIASES);
    return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
