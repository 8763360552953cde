package io.brokerscope.rules;

import io.brokerscope.config.ExporterConfig;
import io.brokerscope.config.RuleConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * A configuration's rules, compiled. Immutable; all decisions are pure functions of their
 * arguments.
 */
public final class RuleSet {
  private final ExporterConfig config;
  private final RuleMatch.OutputNaming output;
  private final List<CompiledRule> rules;

  /** By domain the rules that can match there, in order: most patterns begin with a domain. */
  private final Map<String, List<CompiledRule>> rulesOfDomain = new HashMap<>();

  /** Those that can match in any other domain. */
  private final List<CompiledRule> rulesOfAnyDomain;

  private final MBeanSelection selection;

  private RuleSet(ExporterConfig config) {
    this.config = config;
    this.output =
        new RuleMatch.OutputNaming(
            config.output().lowercaseNames(),
            config.output().lowercaseLabelNames(),
            config.output().inferCounterTypeFromName());
    List<CompiledRule> compiled = new ArrayList<>();
    for (RuleConfig rule : config.rules()) {
      compiled.add(new CompiledRule(compiled.size(), rule));
    }
    this.rules = List.copyOf(compiled);
    this.rulesOfAnyDomain = rules.stream().filter(rule -> rule.domain().isEmpty()).toList();
    rules.forEach(
        rule -> rule.domain().ifPresent(d -> rulesOfDomain.computeIfAbsent(d, this::rulesOf)));
    this.selection = new MBeanSelection(config.selection());
  }

  /** Compiles the rules of a configuration. */
  public static RuleSet compile(ExporterConfig config) {
    return new RuleSet(config);
  }

  /** Which MBeans and attributes are looked at. */
  public MBeanSelection selection() {
    return selection;
  }

  /** How long a request may wait for its scrape. */
  public int scrapeTimeoutSeconds() {
    return config.timing().scrapeTimeoutSeconds();
  }

  /** How many series may be exposed. */
  public int maxSeries() {
    return config.output().maxSeries();
  }

  /** Whether a histogram that never recorded a value has no quantiles. */
  public boolean omitEmptyHistograms() {
    return config.output().omitEmptyHistograms();
  }

  public int ruleCount() {
    return rules.size();
  }

  /** The line of the configuration where a rule begins. */
  public int line(int rule) {
    return rules.get(rule).config().location().line();
  }

  /**
   * How long the values of a rule's attributes stand before they are read again; 0 is every pass.
   */
  public int minIntervalSeconds(int rule) {
    return rules.get(rule).config().match().minIntervalSeconds();
  }

  /** The first customizer that applies to an MBean. */
  public Optional<Customizer> customizer(ObjectName name) {
    return config.customizers().stream()
        .filter(c -> c.domain().equals(name.getDomain()))
        .filter(c -> hasAll(name, c.properties()))
        .findFirst()
        .map(Customizer::of);
  }

  private static boolean hasAll(ObjectName name, Map<String, String> properties) {
    return properties.entrySet().stream()
        .allMatch(property -> property.getValue().equals(name.getKeyProperty(property.getKey())));
  }

  private List<CompiledRule> rulesOf(String domain) {
    return rules.stream().filter(rule -> rule.domain().orElse(domain).equals(domain)).toList();
  }

  /** The rules that can match a leaf of this MBean, perhaps with others, in order. */
  private List<CompiledRule> candidates(Leaf leaf) {
    String domain = leaf.bean().domain();
    return domain.indexOf('<') < 0 ? rulesOfDomain.getOrDefault(domain, rulesOfAnyDomain) : rules;
  }

  /** Decides where a number goes, before it is known. */
  public Decision decideNumber(Leaf leaf) {
    for (CompiledRule rule : candidates(leaf)) {
      if (rule.isSummary() || !rule.canMatchNumber(leaf)) {
        continue;
      }
      if (!rule.blindToNumbers()) {
        return Decision.DEPENDS_ON_VALUE;
      }
      Optional<RuleMatch> match = rule.matchAnyNumber(leaf);
      if (match.isPresent()) {
        return match
            .get()
            .series(output)
            .<Decision>map(Decision.Exposed::new)
            .orElseGet(() -> new Decision.Dropped(rule.index()));
      }
    }
    return Decision.UNMATCHED;
  }

  /**
   * Decides where a value goes that is known.
   *
   * @param value as its {@code toString} gives it
   * @param isText a text has no number of its own, so only a rule with {@code value} can expose it
   */
  public Optional<SeriesSpec> decideValue(Leaf leaf, String value, boolean isText) {
    for (CompiledRule rule : candidates(leaf)) {
      Optional<RuleMatch> match = rule.isSummary() ? Optional.empty() : rule.match(leaf, value);
      if (match.isPresent()) {
        return isText && !rule.givesTextANumber() ? Optional.empty() : match.get().series(output);
      }
    }
    return Optional.empty();
  }

  /**
   * Decides whether an MBean that is a Yammer histogram or timer becomes one summary family: the
   * first rule that matches its {@code Count} is a SUMMARY rule.
   */
  public Optional<SeriesSpec> decideSummary(Leaf count) {
    for (CompiledRule rule : candidates(count)) {
      if (rule.canMatchNumber(count)) {
        Optional<RuleMatch> match = rule.matchAnyNumber(count);
        if (match.isPresent()) {
          return rule.isSummary() ? match.get().series(output) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether some rule could expose a text; false is certain for texts without angle brackets. */
  public boolean mayExposeText(Leaf leaf) {
    return candidates(leaf).stream().anyMatch(r -> r.givesTextANumber() && r.canMatchText(leaf));
  }

  /**
   * Whether some rule could match inside a composite or tabular attribute whose keys are not known.
   */
  public boolean mayMatchInside(Leaf attribute) {
    return candidates(attribute).stream().anyMatch(r -> r.canMatchInside(attribute));
  }
}
