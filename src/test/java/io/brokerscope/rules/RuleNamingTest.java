package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.brokerscope.exposition.MetricType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNamingTest {
  private static final String BEAN = "kafka.server:type=Topic,name=BytesIn,topic=Orders";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name: m                                         | m
          name: my.metric-name                            | my_metric_name
          name: 7m                                        | _7m
          name: m_$1                                      | m_Topic
          name: 'm_${topic}'                              | m_Orders
          name: 'm\\$1'                                   | m_1
          name: m, labels: {b: '$1', a: x}                | m{a="x",b="Topic"}
          name: m, labels: {"l_$1": v}                    | m{l_Topic="v"}
          name: m, labels: {a-b: v}                       | m{a_b="v"}
          name: m, labels: {a: '', b: v}                  | m{b="v"}
          name: m, labels: {a: '$3', b: v}                | m{b="v"}
          name: m, labels: {'$3': v}                      | m
          name: m, labels: {a: 'x"y\\z'}                  | m{a="x\\"yz"}
          name: m, labels: {a.b: first, a_b: second}      | m{a_b="first"}
          """)
  void textsTakeWhatThePatternCaptured(String rule, String line) {
    Deciding rules =
        Deciding.by(
            "rules: [{pattern: 'type=(\\w+), .*topic=(?<topic>\\w+)(x)?>', %s}]".formatted(rule));
    assertEquals(line, rules.line(BEAN, "Count"));
  }

  @Test
  void groupZeroIsTheWholeLineWithTheValue() {
    Deciding rules = Deciding.by("rules: [{pattern: '<>Count', name: m, labels: {l: '$0'}}]");
    SeriesSpec spec =
        rules.rules().decideValue(Deciding.leaf("d:type=T", "Count"), "42", false).orElseThrow();
    assertEquals("m{l=\"d<type=T><>Count: 42\"}", Deciding.line(spec));
  }

  @Test
  void groupZeroMakesARuleDependOnTheValue() {
    Deciding rules = Deciding.by("rules: [{pattern: '<>Count', name: m, labels: {l: '$0'}}]");
    assertEquals(Decision.DEPENDS_ON_VALUE, rules.decide("d:type=T", "Count"));
  }

  @Test
  void helpIsSubstitutedToo() {
    Deciding rules = Deciding.by("rules: [{pattern: 'type=(\\w+)', name: m, help: of $1}]");
    assertEquals("of T", rules.spec("d:type=T", "Count").family().help());
  }

  @Test
  void anUnknownGroupNumberIsTheCallersToCount() {
    Deciding rules = Deciding.by("rules: [{pattern: 'Count', name: m_$2}]");
    assertThrows(IndexOutOfBoundsException.class, () -> rules.decide("d:type=T", "Count"));
  }

  @Test
  void anUnknownGroupNameIsTheCallersToCount() {
    Deciding rules = Deciding.by("rules: [{pattern: '(?<a>Count)', name: 'm_${a}_$'}]");
    assertThrows(IllegalArgumentException.class, () -> rules.decide("d:type=T", "Count"));
  }

  @Test
  void anEmptyNameDropsTheAttributeAndStops() {
    Deciding rules = Deciding.by("rules: [{pattern: 'Count', name: ''}, {pattern: '.*', name: m}]");
    assertEquals(new Decision.Dropped(0), rules.decide("d:type=T", "Count"));
  }

  @Test
  void aNameThatIsEmptyAfterSubstitutionDropsToo() {
    Deciding rules = Deciding.by("rules: [{pattern: 'Count(x)?', name: '$1'}]");
    assertEquals(new Decision.Dropped(0), rules.decide("d:type=T", "Count"));
  }

  @Test
  void noRulesMatchNothing() {
    assertEquals(Decision.UNMATCHED, Deciding.by("rules: []").decide("d:type=T", "Count"));
  }

  @Test
  void theFirstMatchingRuleWins() {
    Deciding rules =
        Deciding.by(
            "rules: [{pattern: 'Other', name: a}, {pattern: 'Co', name: b}, {pattern: 'Count', name: c}]");
    assertEquals("b", rules.line("d:type=T", "Count"));
  }

  @Test
  void thePatternSeesTheSnakeCaseName() {
    Deciding rules =
        Deciding.by("rules: [{pattern: '<>(open_fd_count)', name: $1, attrNameSnakeCase: true}]");
    assertEquals("open_fd_count", rules.line("d:type=T", "openFdCount"));
  }

  @Test
  void lowercaseAppliesToRuleNamesAndLabelNames() {
    Deciding rules =
        Deciding.by(
            """
            lowercaseOutputName: true
            lowercaseOutputLabelNames: true
            rules: [{pattern: 'Count', name: MyName, labels: {MyLabel: MyValue}}]
            """);
    assertEquals("myname{mylabel=\"MyValue\"}", rules.line("d:type=T", "Count"));
  }

  @ParameterizedTest
  @CsvSource({
    "false, UNTYPED, x, x, UNKNOWN",
    "false, UNKNOWN, x_total, x_total, UNKNOWN",
    "false, GAUGE, x_total, x_total, GAUGE",
    "false, COUNTER, x, x_total, COUNTER",
    "false, COUNTER, x_total, x_total, COUNTER",
    "true, GAUGE, x_total, x_total, COUNTER",
    "true, UNTYPED, x_total, x_total, COUNTER",
    "true, GAUGE, x, x, GAUGE"
  })
  void onlyACountersNameGetsTotal(
      boolean infer, String type, String name, String expected, MetricType expectedType) {
    Deciding rules =
        Deciding.by(
            "inferCounterTypeFromName: %s\nrules: [{pattern: Count, name: %s, type: %s}]"
                .formatted(infer, name, type));
    SeriesSpec.Family family = rules.spec("d:type=T", "Count").family();
    assertEquals(expected + " " + expectedType, family.name() + " " + family.type());
  }
}
