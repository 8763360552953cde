package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RuleReaderTest {

  @Test
  void anEmptyRuleTakesEverythingAsItIs() throws ConfigException {
    assertEquals(RuleReader.matchAll(new Location("f.yml", 2, 3)), Reading.rule("{}"));
  }

  @Test
  void theLocationIsThatOfTheFirstKey() throws ConfigException {
    assertEquals(new Location("f.yml", 2, 5), Reading.rule("{ pattern: x }").location());
  }

  @Test
  void nameLabelsAndHelpAreKeptInTheRuleLanguage() throws ConfigException {
    assertEquals(
        new RuleConfig.Naming(
            Optional.of("kafka_$1"), Map.of("$2", "${topic}", "a", "\\$"), Optional.of("$0 x")),
        Reading.rule(
                "pattern: (a)(b)(?<topic>c)",
                "name: kafka_$1",
                "labels: {$2: '${topic}', a: '\\$'}",
                "help: $0 x")
            .naming());
  }

  @Test
  void labelsStayInFileOrder() throws ConfigException {
    RuleConfig rule = Reading.rule("{pattern: x, name: y, labels: {z: '1', a: '2', m: '3'}}");
    assertEquals(List.of("z", "a", "m"), List.copyOf(rule.naming().labels().keySet()));
  }

  @Test
  void anEmptyNameIsKeptBecauseItDropsTheAttribute() throws ConfigException {
    assertEquals(Optional.of(""), Reading.rule("{pattern: x, name: ''}").naming().name());
  }

  @Test
  void bareNameAndHelpAreAbsent() throws ConfigException {
    RuleConfig.Naming naming = Reading.rule("pattern: x", "name:", "help:").naming();
    assertEquals(new RuleConfig.Naming(Optional.empty(), Map.of(), Optional.empty()), naming);
  }

  @ParameterizedTest
  @CsvSource({"'', null", "~, null", "12, 12", "0x10, 16", "true, true", "'^a.*$', ^a.*$"})
  void aPatternIsAnyScalarsText(String written, String pattern) throws ConfigException {
    assertEquals(
        Optional.of(pattern),
        Reading.rule("pattern: " + written).match().pattern().map(Pattern::pattern));
  }

  /** The oracle is the YAML library itself, asked the way jmx_exporter asks it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "null",
        "1",
        "0x1F",
        "0b11",
        "017",
        "1_000",
        "190:20:30",
        "1.50",
        "1e3",
        "1.0e+3",
        ".inf",
        "-.INF",
        ".nan",
        "true",
        "Off",
        "y",
        "2020-01-02",
        "'quoted'",
        "\"tab\\t\"",
        "plain",
        "99999999999999999999",
        "12345678901",
        "!!str 1",
        "!!float 1",
        "$1",
        "\"\\u00e9\""
      })
  void aValueIsTheTextOfWhatYamlMakesOfIt(String scalar) throws ConfigException {
    Object expected =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .<Map<String, Object>>load("v: " + scalar)
            .get("v");
    assertEquals(
        Optional.of(String.valueOf(expected)),
        Reading.rule("pattern: x", "value: " + scalar).value().text());
  }

  @Test
  void anEmptyValueIsTheAttributesOwn() throws ConfigException {
    assertEquals(Optional.empty(), Reading.rule("pattern: x", "value: ''").value().text());
  }

  @Test
  void aValueNeedsNoPattern() throws ConfigException {
    assertEquals(Optional.of("1"), Reading.rule("value: 1").value().text());
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001",
    "'''0.001''', 0.001",
    "1000, 1000",
    "0x10, 16",
    "-1, -1",
    ".inf, Infinity",
    "'', 1",
    "'''${MISSING:-2.5}''', 2.5"
  })
  void aFactorIsANumberOrTheTextOfOne(String written, double factor) throws ConfigException {
    assertEquals(factor, Reading.rule("valueFactor: " + written).value().factor());
  }

  @ParameterizedTest
  @CsvSource({
    "GAUGE, GAUGE",
    "COUNTER, COUNTER",
    "SUMMARY, SUMMARY",
    "UNTYPED, UNKNOWN",
    "UNKNOWN, UNKNOWN"
  })
  void typesAreRead(String written, RuleConfig.RuleType type) throws ConfigException {
    assertEquals(type, Reading.rule("type: " + written).type());
  }

  @ParameterizedTest
  @CsvSource({
    "counter, the string 'counter', ', did you mean COUNTER?'",
    "HISTOGRAM, the string 'HISTOGRAM', ''",
    "'', nothing, ''"
  })
  void anyOtherTypeIsTakenForUnknownAndNoted(String written, String found, String suggestion)
      throws ConfigException {
    LoadedConfig loaded = Reading.load("rules:\n- type: " + written);
    assertEquals(RuleConfig.RuleType.UNKNOWN, loaded.config().rules().get(0).type());
    String warning = loaded.warnings().get(0);
    assertTrue(
        warning.matches("f\\.yml:2:[89]: rules\\[0]\\.type: .*")
            && warning.endsWith(
                "found "
                    + found
                    + ", expected one of GAUGE, COUNTER, SUMMARY, UNTYPED, UNKNOWN; the metric is written as"
                    + " UNKNOWN"
                    + suggestion),
        warning);
  }

  @Test
  void attrNameSnakeCaseIsRead() throws ConfigException {
    assertTrue(Reading.rule("attrNameSnakeCase: true").match().attributeSnakeCase());
  }

  @Test
  void minIntervalSecondsIsRead() throws ConfigException {
    assertEquals(60, Reading.rule("minIntervalSeconds: 60").match().minIntervalSeconds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void cacheHasNoEffect(String cache) throws ConfigException {
    assertEquals(Reading.rule("{}"), Reading.rule("cache: " + cache));
  }

  @Test
  void aVariableInAPatternIsRegularExpression() throws ConfigException {
    Pattern pattern = Reading.rule("pattern: '^(${DOMAINS})<'").match().pattern().orElseThrow();
    assertEquals("^(kafka|java)<", pattern.pattern());
  }

  @Test
  void aVariableInAReplacementIsLiteral() throws ConfigException {
    assertEquals(
        Map.of("price", "5\\$1\\\\"),
        Reading.rule("{pattern: (x), name: y, labels: {price: '${PRICE}'}}").naming().labels());
  }

  @Test
  void aGroupWinsOverAVariableOfTheSameName() throws ConfigException {
    RuleConfig rule =
        Reading.rule(
            "{pattern: '(?<ZONE>.*)', name: 'n_${ZONE}', value: '${ZONE}', help: '${ZONE}'}");
    assertEquals(Optional.of("n_${ZONE}"), rule.naming().name());
    assertEquals(Optional.of("${ZONE}"), rule.value().text());
    assertEquals(Optional.of("${ZONE}"), rule.naming().help());
  }

  @Test
  void aVariableIsReplacedInEveryTextOfARule() throws ConfigException {
    RuleConfig rule =
        Reading.rule(
            "{pattern: x, name: 'n_${ZONE}', value: '${MISSING:-1}', help: '${ZONE}',"
                + " labels: {'${ZONE}': '${ZONE}'}}");
    assertEquals(
        new RuleConfig.Naming(
            Optional.of("n_eu-1"), Map.of("${ZONE}", "eu-1"), Optional.of("eu-1")),
        rule.naming());
    assertEquals(Optional.of("1"), rule.value().text());
  }

  @Test
  void whatIsNeitherGroupNorVariableStaysForTheRule() throws ConfigException {
    assertEquals(
        Optional.of("${group}_\\${ZONE}"),
        Reading.rule("pattern: x", "name: ${group}_\\${ZONE}").naming().name());
  }

  @Test
  void aGroupThatAVariableBringsIntoThePatternIsAGroup() throws ConfigException {
    RuleConfig rule = Reading.rule("{pattern: '${MISSING:-(?<ZONE>a)}', name: '${ZONE}'}");
    assertEquals(Optional.of("${ZONE}"), rule.naming().name());
  }
}
