package io.brokerscope.rules;

import io.brokerscope.config.RuleConfig;
import io.brokerscope.config.RuleConfig.RuleType;
import io.brokerscope.exposition.LegalNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule whose pattern is compiled and whose reach is known. */
final class CompiledRule {
  private static final String ANY_NUMBER = "0";

  private final int index;
  private final RuleConfig config;

  /** Absent where the rule matches everything. */
  private final Optional<Pattern> wholeLine;

  private final PatternFacts facts;

  CompiledRule(int index, RuleConfig config) {
    this.index = index;
    this.config = config;
    // jmx_exporter searches a pattern in the line by wrapping it so; greedy groups come out as they
    // do there.
    this.wholeLine =
        config.match().pattern().map(p -> Pattern.compile("^.*(?:" + p.pattern() + ").*$"));
    this.facts = factsOf(config);
  }

  private static PatternFacts factsOf(RuleConfig config) {
    PatternFacts facts =
        config
            .match()
            .pattern()
            .map(p -> PatternScanner.scan(p.pattern()))
            .orElse(new PatternFacts("", List.of(), true));
    return usesWholeLine(config)
        ? new PatternFacts(facts.beginning(), facts.literals(), false)
        : facts;
  }

  /** {@code $0} is the whole line, value included. */
  private static boolean usesWholeLine(RuleConfig config) {
    RuleConfig.Naming naming = config.naming();
    return naming.name().filter(CompiledRule::mentionsWholeLine).isPresent()
        || naming.help().filter(CompiledRule::mentionsWholeLine).isPresent()
        || config.value().text().filter(CompiledRule::mentionsWholeLine).isPresent()
        || naming.labels().entrySet().stream()
            .anyMatch(l -> mentionsWholeLine(l.getKey()) || mentionsWholeLine(l.getValue()));
  }

  private static boolean mentionsWholeLine(String template) {
    return template.contains("$0");
  }

  int index() {
    return index;
  }

  RuleConfig config() {
    return config;
  }

  /**
   * The only domain it can match, where its pattern begins with one; not for domains with {@code
   * <}.
   */
  Optional<String> domain() {
    int end = facts.beginning().indexOf('<');
    return end < 0 ? Optional.empty() : Optional.of(facts.beginning().substring(0, end));
  }

  boolean isSummary() {
    return config.type() == RuleType.SUMMARY;
  }

  boolean blindToNumbers() {
    return facts.blindToNumbers();
  }

  boolean givesTextANumber() {
    return config.value().text().isPresent();
  }

  /** The attribute's name as this rule shows it. */
  String shownName(Leaf leaf) {
    return config.match().attributeSnakeCase() ? LegalNames.snakeCase(leaf.name()) : leaf.name();
  }

  /** Whether a number could make this rule match; false is certain. */
  boolean canMatchNumber(Leaf leaf) {
    return facts.canMatchNumber(leaf.text(shownName(leaf)));
  }

  /**
   * Whether a text could make this rule match; false holds for texts without {@code <} and {@code
   * >}.
   */
  boolean canMatchText(Leaf leaf) {
    return facts.canMatchText(leaf.text(shownName(leaf)));
  }

  /**
   * Whether the rule could match a leaf of a composite or tabular attribute whose keys are not
   * known; false holds for keys without {@code <} and {@code >}.
   */
  boolean canMatchInside(Leaf attribute) {
    String head = attribute.bean().head();
    // A row's index is one property more, so of the head only the closing bracket may change.
    return facts.canBegin(head.substring(0, head.length() - 1))
        && facts.literals().stream()
            .allMatch(InnerLines.of(attribute, shownName(attribute))::canContain);
  }

  /** Matches a number without knowing it; only for rules that are blind to numbers. */
  Optional<RuleMatch> matchAnyNumber(Leaf leaf) {
    return match(leaf, ANY_NUMBER);
  }

  /** Matches the whole line as jmx_exporter does. */
  Optional<RuleMatch> match(Leaf leaf, String value) {
    if (wholeLine.isEmpty()) {
      return Optional.of(new RuleMatch(this, leaf, Optional.empty()));
    }
    String text = leaf.text(shownName(leaf)) + value;
    if (!facts.canMatch(text)) {
      return Optional.empty();
    }
    Matcher matcher = wholeLine.get().matcher(text);
    return matcher.matches()
        ? Optional.of(new RuleMatch(this, leaf, Optional.of(matcher)))
        : Optional.empty();
  }
}
