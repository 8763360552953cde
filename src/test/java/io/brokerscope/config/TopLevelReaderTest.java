package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopLevelReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "{}", "null", "~"})
  void aFileWithoutContentIsTheDefaultConfiguration(String yaml) throws ConfigException {
    ExporterConfig config = Reading.config(yaml);
    assertEquals(new ExporterConfig.Timing(0, 30), config.timing());
    assertEquals(new ExporterConfig.Output(false, false, false, false, 200_000), config.output());
    assertEquals(List.of(), config.customizers());
  }

  @Test
  void withoutRulesOneRuleTakesEverything() throws ConfigException {
    List<RuleConfig> rules = Reading.config("lowercaseOutputName: true").rules();
    assertEquals(List.of(RuleReader.matchAll(new Location("f.yml", 1, 1))), rules);
    assertTrue(rules.get(0).match().pattern().isEmpty());
  }

  @Test
  void anEmptyListOfRulesHasNoRule() throws ConfigException {
    assertEquals(List.of(), Reading.config("rules: []").rules());
  }

  @Test
  void timingIsRead() throws ConfigException {
    assertEquals(
        new ExporterConfig.Timing(7, 3),
        Reading.config("startDelaySeconds: 7\nscrapeTimeoutSeconds: 3").timing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"16", "0x10", "0b10000", "020", "+16", "1_6"})
  void integersAreThoseOfYaml11(String sixteen) throws ConfigException {
    assertEquals(16, Reading.config("startDelaySeconds: " + sixteen).timing().startDelaySeconds());
  }

  @Test
  void lowercaseOutputNameIsRead() throws ConfigException {
    assertTrue(Reading.config("lowercaseOutputName: true").output().lowercaseNames());
  }

  @Test
  void lowercaseOutputLabelNamesIsRead() throws ConfigException {
    assertTrue(Reading.config("lowercaseOutputLabelNames: true").output().lowercaseLabelNames());
  }

  @Test
  void inferCounterTypeFromNameIsRead() throws ConfigException {
    assertTrue(
        Reading.config("inferCounterTypeFromName: true").output().inferCounterTypeFromName());
  }

  @Test
  void omitEmptyHistogramsIsRead() throws ConfigException {
    assertTrue(Reading.config("omitEmptyHistograms: true").output().omitEmptyHistograms());
  }

  @Test
  void maxSeriesIsRead() throws ConfigException {
    assertEquals(5, Reading.config("limits:\n  maxSeries: 5").output().maxSeries());
  }

  @Test
  void anEmptyMappingOfLimitsLeavesTheDefault() throws ConfigException {
    assertEquals(200_000, Reading.config("limits: {}").output().maxSeries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes", "on", "True", "ON", "!!bool 'true'"})
  void booleansAreThoseOfYaml11(String yes) throws ConfigException {
    assertTrue(Reading.config("lowercaseOutputName: " + yes).output().lowercaseNames());
  }

  @Test
  void sslTurnedOffAsksForNothing() throws ConfigException {
    assertEquals(Reading.config(""), Reading.config("ssl: false"));
  }

  @Test
  void anUnknownKeyIsNotedAndLeftOut() throws ConfigException {
    LoadedConfig loaded = Reading.load("startDelaySeconds: 1\nruels: []\n");
    assertEquals(
        List.of("f.yml:2:1: unknown key 'ruels', did you mean 'rules'?"), loaded.warnings());
    assertEquals(1, loaded.config().timing().startDelaySeconds());
  }

  @Test
  void anUnknownKeyBelowTheTopIsNotedWithItsPath() throws ConfigException {
    assertEquals(
        List.of(
            "f.yml:2:5: rules[0]: unknown key 'patern', did you mean 'pattern'?",
            "f.yml:4:3: limits: unknown key 'zzz', expected one of maxSeries"),
        Reading.load("rules:\n  - patern: x\nlimits:\n  zzz: 1\n").warnings().stream()
            .sorted()
            .toList());
  }

  @Test
  void theValueOfAnUnknownKeyMayBeAnything() throws ConfigException {
    assertEquals(
        1, Reading.load("x: {a: 1, a: 2, b: !foo bar, c: ['${NOT_SET}']}").warnings().size());
  }

  @Test
  void aKeyThatIsNoStringIsUnknown() throws ConfigException {
    assertEquals(1, Reading.load("1: x").warnings().size());
  }

  @Test
  void warningsAreCappedAndTheRestIsCounted() throws ConfigException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      yaml.append("unknownKey").append(i).append(": 1\n");
    }
    List<String> warnings = Reading.load(yaml.toString()).warnings();
    assertEquals(51, warnings.size());
    assertEquals("f.yml:1:1: 10 more warnings are not shown", warnings.get(50));
  }
}
