package io.brokerscope.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one entry of {@code rules}. */
final class RuleReader {
  private static final List<String> KEYS =
      List.of(
          "pattern",
          "name",
          "value",
          "valueFactor",
          "labels",
          "help",
          "type",
          "attrNameSnakeCase",
          "cache",
          "minIntervalSeconds");

  private static final List<String> TYPES =
      List.of("GAUGE", "COUNTER", "SUMMARY", "UNTYPED", "UNKNOWN");

  private final Section rule;
  private final EnvironmentText environment;
  private final Optional<Pattern> pattern;
  private final Set<String> groups;

  private RuleReader(Section rule) throws ConfigException {
    this.rule = rule;
    this.environment = rule.source().environment();
    Optional<Value> regex = rule.find("pattern");
    this.pattern = regex.isPresent() ? Optional.of(compile(regex.get())) : Optional.empty();
    this.groups = pattern.map(Pattern::pattern).map(EnvironmentText::groupNames).orElse(Set.of());
  }

  static RuleConfig read(Value item) throws ConfigException {
    return new RuleReader(item.section(KEYS)).read();
  }

  /** The rule of a file without {@code rules}: every attribute under its default name. */
  static RuleConfig matchAll(Location location) {
    return new RuleConfig(
        location,
        new RuleConfig.Match(Optional.empty(), false, 0),
        new RuleConfig.Naming(Optional.empty(), Map.of(), Optional.empty()),
        new RuleConfig.ValueConfig(Optional.empty(), 1.0),
        RuleConfig.RuleType.UNKNOWN);
  }

  private RuleConfig read() throws ConfigException {
    rule.flag("cache", false); // has no effect, but its type is checked like any other
    RuleConfig.Match match =
        new RuleConfig.Match(
            pattern,
            rule.flag("attrNameSnakeCase", false),
            rule.integer("minIntervalSeconds", 0, 0));
    return new RuleConfig(rule.location(), match, naming(), value(), type());
  }

  private Pattern compile(Value regex) throws ConfigException {
    String raw = regex.scalarText();
    String expanded = environment.expandPattern(raw, EnvironmentText.groupNames(raw));
    return Regex.compile(regex, expanded);
  }

  private RuleConfig.Naming naming() throws ConfigException {
    Optional<Value> name = rule.findNonNull("name");
    Optional<Value> help = rule.findNonNull("help");
    if (name.isEmpty()) {
      refuseWithout("name", help);
      refuseWithout("name", rule.find("labels"));
    }
    if (pattern.isEmpty()) {
      refuseWithout("pattern", name);
    }
    return new RuleConfig.Naming(replacement(name), labels(), replacement(help));
  }

  private void refuseWithout(String missing, Optional<Value> given) throws ConfigException {
    if (given.isPresent()) {
      Value value = given.get();
      throw rule.source()
          .error(
              value.location(),
              value.path(),
              String.format(
                  "found without %s, expected both in one rule; add %s or remove this",
                  missing, missing));
    }
  }

  private Optional<String> replacement(Optional<Value> text) throws ConfigException {
    return text.isPresent() ? Optional.of(replacement(text.get().rawText())) : Optional.empty();
  }

  private String replacement(String raw) {
    return environment.expandReplacement(raw, groups);
  }

  private Map<String, String> labels() throws ConfigException {
    Map<String, String> labels = new LinkedHashMap<>();
    Optional<Value> mapping = rule.find("labels");
    if (mapping.isPresent()) {
      for (Value.Named label : mapping.get().pairs()) {
        labels.put(label.name(), replacement(label.value().rawText()));
      }
    }
    return labels;
  }

  private RuleConfig.ValueConfig value() throws ConfigException {
    Optional<Value> given = rule.find("value");
    // Not filtered for null: jmx_exporter takes a bare 'value:' for the text "null".
    String text = given.isPresent() ? replacement(given.get().scalarText()) : "";
    return new RuleConfig.ValueConfig(
        text.isEmpty() ? Optional.empty() : Optional.of(text), valueFactor());
  }

  private double valueFactor() throws ConfigException {
    Optional<Value> given = rule.findNonNull("valueFactor");
    return given.isPresent() ? given.get().number() : 1.0;
  }

  private RuleConfig.RuleType type() throws ConfigException {
    Optional<Value> given = rule.find("type");
    if (given.isEmpty()) {
      return RuleConfig.RuleType.UNKNOWN;
    }
    Value value = given.get();
    String text = value.isNull() ? "" : value.text();
    return switch (text) {
      case "GAUGE" -> RuleConfig.RuleType.GAUGE;
      case "COUNTER" -> RuleConfig.RuleType.COUNTER;
      case "SUMMARY" -> RuleConfig.RuleType.SUMMARY;
      case "UNTYPED", "UNKNOWN" -> RuleConfig.RuleType.UNKNOWN;
      default -> unknownType(value, text);
    };
  }

  /**
   * jmx_exporter takes any other type for untyped without a word, so a file that has one must load.
   */
  private RuleConfig.RuleType unknownType(Value value, String text) throws ConfigException {
    String suggestion =
        KeySuggestion.nearest(text, TYPES).map(type -> ", did you mean " + type + "?").orElse("");
    rule.source()
        .warn(
            value.location(),
            value.path(),
            String.format(
                "found %s, expected one of %s; the metric is written as UNKNOWN%s",
                Found.describe(value), String.join(", ", TYPES), suggestion));
    return RuleConfig.RuleType.UNKNOWN;
  }
}
