package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RuleValuesTest {
  private static final Leaf COUNT = Deciding.leaf("d:type=T", "Count");

  @Test
  void withoutAValueTheAttributesIsTaken() {
    assertEquals(new SeriesSpec.ValueSpec(OptionalDouble.empty(), 1), value("help: h"));
  }

  @Test
  void aFactorMultipliesTheAttributesValue() {
    assertEquals(
        new SeriesSpec.ValueSpec(OptionalDouble.empty(), 0.001), value("valueFactor: 0.001"));
  }

  @Test
  void aConstantIsMultipliedToo() {
    assertEquals(OptionalDouble.of(6), value("value: 3, valueFactor: 2").constant());
  }

  @Test
  void aValueMayComeFromTheName() {
    Deciding rules = Deciding.by("rules: [{pattern: 'id=(\\d+)', name: m, value: $1}]");
    assertEquals(OptionalDouble.of(42), rules.spec("d:id=42", "Count").value().constant());
  }

  @Test
  void aValueThatIsNoNumberDropsTheAttributeAndStops() {
    Deciding rules =
        Deciding.by("rules: [{pattern: Count, name: m, value: x}, {pattern: '.*', name: n}]");
    assertEquals(new Decision.Dropped(0), rules.rules().decideNumber(COUNT));
  }

  @Test
  void aValueWithoutPatternIsEveryAttributesValue() {
    Deciding rules = Deciding.by("rules: [{value: 7}]");
    assertEquals(OptionalDouble.of(7), rules.spec(COUNT).value().constant());
  }

  @Test
  void aRuleThatSeesTheNumberIsAskedForEachOne() {
    Deciding rules = Deciding.by("rules: [{pattern: 'Count: (\\d)(\\d*)$', name: m, value: $2}]");
    assertEquals(Decision.DEPENDS_ON_VALUE, rules.rules().decideNumber(COUNT));
    assertEquals(
        OptionalDouble.of(345),
        rules.rules().decideValue(COUNT, "2345", false).orElseThrow().value().constant());
    assertEquals(Optional.empty(), rules.rules().decideValue(COUNT, "-2345", false));
  }

  @Test
  void aBlindRuleBeforeOneThatSeesTheNumberDecidesAlone() {
    Deciding rules = Deciding.by("rules: [{pattern: Count, name: a}, {pattern: ': 7', name: b}]");
    assertEquals("a", rules.line(COUNT));
  }

  @Test
  void aTextIsExposedByARuleWithAValueOnly() {
    RuleSet without = YamlRules.compile("rules: [{pattern: 'Count: up', name: m}]");
    RuleSet with = YamlRules.compile("rules: [{pattern: 'Count: up', name: m, value: 1}]");
    assertEquals(Optional.empty(), without.decideValue(COUNT, "up", true));
    assertEquals(
        OptionalDouble.of(1), with.decideValue(COUNT, "up", true).orElseThrow().value().constant());
  }

  @Test
  void aTextWithALineBreakMatchesNoPattern() {
    RuleSet rules = YamlRules.compile("rules: [{pattern: 'Count', name: m, value: 1}]");
    assertEquals(Optional.empty(), rules.decideValue(COUNT, "one\ntwo", true));
  }

  @Test
  void textsAreOfInterestWhereARuleWithAValueMayMatch() {
    RuleSet rules = YamlRules.compile("rules: [{pattern: '<>Count: up', name: m, value: 1}]");
    assertTrue(rules.mayExposeText(COUNT));
    assertFalse(rules.mayExposeText(Deciding.leaf("d:type=T", "Other")));
  }

  @Test
  void aSummaryRuleTakesHistogramsOnly() {
    RuleSet rules =
        YamlRules.compile(
            "rules: [{pattern: 'type=T', name: s, type: SUMMARY}, {pattern: 'type=T', name: m}]");
    assertEquals("m", Deciding.line(new Deciding(rules).spec(COUNT)));
    assertEquals("s", rules.decideSummary(COUNT).orElseThrow().family().name());
  }

  @Test
  void anEarlierRuleKeepsASummaryRuleFromTheHistogram() {
    RuleSet rules =
        YamlRules.compile(
            "rules: [{pattern: '<>Count', name: m}, {pattern: 'type=T', name: s, type: SUMMARY}]");
    assertEquals(Optional.empty(), rules.decideSummary(COUNT));
  }

  private static SeriesSpec.ValueSpec value(String rule) {
    return Deciding.by("rules: [{pattern: Count, name: m, %s}]".formatted(rule))
        .spec(COUNT)
        .value();
  }
}
