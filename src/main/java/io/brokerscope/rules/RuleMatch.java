package io.brokerscope.rules;

import io.brokerscope.config.RuleConfig;
import io.brokerscope.config.RuleConfig.RuleType;
import io.brokerscope.exposition.Label;
import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.LegalNames;
import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.SeriesSpec.Family;
import io.brokerscope.rules.SeriesSpec.ValueSpec;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * A rule that matched a leaf: turns names, labels and help into a series.
 *
 * @param line what the pattern captured; absent if the rule has no pattern
 */
record RuleMatch(CompiledRule rule, Leaf leaf, Optional<Matcher> line) {
  private static final String TOTAL = "_total";

  /**
   * The series, or empty if the rule drops the leaf: its name is empty after substitution, or its
   * value is not a number.
   *
   * @throws IndexOutOfBoundsException or IllegalArgumentException where a text names a group that
   *     the pattern lacks
   */
  Optional<SeriesSpec> series(OutputNaming output) {
    RuleConfig config = rule.config();
    OptionalDouble constant = OptionalDouble.empty();
    if (config.value().text().isPresent()) {
      constant = number(substitute(config.value().text().get()));
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      constant = OptionalDouble.of(constant.getAsDouble() * config.value().factor());
    }
    boolean named = config.naming().name().isPresent();
    String name =
        output.metricName(named ? substitute(config.naming().name().get()) : defaultName());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Labels labels = named ? ruleLabels(output) : defaultLabels(output);
    ValueSpec value = new ValueSpec(constant, config.value().factor());
    return Optional.of(new SeriesSpec(family(name, output), labels, value, rule.index()));
  }

  private Family family(String name, OutputNaming output) {
    MetricType type = metricType(rule.config().type());
    if (output.inferCounterTypeFromName() && name.endsWith(TOTAL) && type != MetricType.SUMMARY) {
      type = MetricType.COUNTER;
    }
    String suffixed = type == MetricType.COUNTER && !name.endsWith(TOTAL) ? name + TOTAL : name;
    String help = rule.config().naming().help().map(this::substitute).orElseGet(this::defaultHelp);
    return new Family(suffixed, type, help);
  }

  private static MetricType metricType(RuleType type) {
    return switch (type) {
      case COUNTER -> MetricType.COUNTER;
      case GAUGE -> MetricType.GAUGE;
      case SUMMARY -> MetricType.SUMMARY;
      case UNKNOWN -> MetricType.UNKNOWN;
    };
  }

  private String substitute(String template) {
    return line.map(matcher -> matcher.replaceAll(template)).orElse(template);
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  private Labels ruleLabels(OutputNaming output) {
    Labels.Builder labels = Labels.builder();
    // By the name as written, so that the result does not depend on how the YAML was ordered.
    new TreeMap<>(rule.config().naming().labels())
        .forEach(
            (name, value) ->
                addUnlessEmpty(labels, output.labelName(substitute(name)), substitute(value)));
    return withAttributeLabels(labels, output);
  }

  private static void addUnlessEmpty(Labels.Builder labels, String name, String value) {
    if (!name.isEmpty() && !value.isEmpty()) {
      labels.add(name, value);
    }
  }

  private Labels withAttributeLabels(Labels.Builder labels, OutputNaming output) {
    for (Label label : leaf.bean().attributeLabels()) {
      labels.add(output.labelName(label.name()), label.value());
    }
    return labels.build();
  }

  /** Domain, value of the first property, path and attribute name. */
  private String defaultName() {
    StringBuilder name = new StringBuilder(leaf.bean().domain());
    Iterator<String> values = leaf.bean().properties().values().iterator();
    if (values.hasNext()) {
      name.append('_').append(values.next());
    }
    for (String key : leaf.path()) {
      name.append('_').append(key);
    }
    return name.append('_').append(rule.shownName(leaf)).toString();
  }

  /** All properties but the first, whose value is in the name. */
  private Labels defaultLabels(OutputNaming output) {
    Labels.Builder labels = Labels.builder();
    Iterator<Map.Entry<String, String>> properties = leaf.bean().properties().entrySet().iterator();
    if (properties.hasNext()) {
      properties.next();
    }
    properties.forEachRemaining(p -> labels.add(output.labelName(p.getKey()), p.getValue()));
    return withAttributeLabels(labels, output);
  }

  private String defaultHelp() {
    Map<String, String> properties = leaf.bean().properties();
    String where =
        leaf.bean().domain()
            + ":name="
            + properties.get("name")
            + ",type="
            + properties.get("type")
            + ",attribute="
            + leaf.name();
    String description = leaf.description();
    boolean useful = description != null && !description.equals(leaf.name());
    return useful ? description + ' ' + where : where;
  }

  /**
   * How names are written, the same for all rules.
   *
   * @param lowercaseNames of metrics
   * @param lowercaseLabelNames never values
   * @param inferCounterTypeFromName a final name that ends in {@code _total} is a counter
   */
  record OutputNaming(
      boolean lowercaseNames, boolean lowercaseLabelNames, boolean inferCounterTypeFromName) {

    String metricName(String raw) {
      String legal = LegalNames.metricName(raw);
      return lowercaseNames ? legal.toLowerCase(Locale.ROOT) : legal;
    }

    String labelName(String raw) {
      String legal = LegalNames.labelName(raw);
      return lowercaseLabelNames ? legal.toLowerCase(Locale.ROOT) : legal;
    }
  }
}
