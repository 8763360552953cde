package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesInUseTest {

  @ParameterizedTest
  @CsvSource({
    "kafka-broker.yml, 5",
    "kafka-connect.yml, 2",
    "kafka-streams.yml, 2",
    "every-key.yml, 4",
    "servlet-container.yml, 3",
    "misplaced-key.yml, 2"
  })
  void everyRuleIsRead(String file, int rules) throws ConfigException {
    assertEquals(rules, Reading.load(Fixture.text(file)).config().rules().size());
  }

  @ParameterizedTest
  @CsvSource({"kafka-broker.yml", "kafka-connect.yml", "kafka-streams.yml"})
  void filesWithoutMistakesGiveNoWarning(String file) throws ConfigException {
    assertEquals(List.of(), Reading.load(Fixture.text(file)).warnings());
  }

  @Test
  void aLabelNameMayBeAGroup() throws ConfigException {
    RuleConfig rule = Reading.load(Fixture.text("kafka-connect.yml")).config().rules().get(0);
    assertEquals(Map.of("clientId", "$2", "$3", "$4"), rule.naming().labels());
    assertEquals(Optional.of("1"), rule.value().text());
  }

  @Test
  void aMisplacedKeyIsNoted() throws ConfigException {
    List<String> warnings = Reading.load(Fixture.text("misplaced-key.yml")).warnings();
    assertEquals(1, warnings.size());
    assertEquals(
        "f.yml:2:1: unknown key 'attrNameSnakeCase', expected one of startDelaySeconds",
        warnings.get(0).replaceFirst("(startDelaySeconds),.*", "$1"));
  }

  @Test
  void aTypeInLowerCaseIsNoted() throws ConfigException {
    assertEquals(
        List.of(
            "f.yml:15:11: rules[1].type: found the string 'counter', expected one of GAUGE, COUNTER, SUMMARY,"
                + " UNTYPED, UNKNOWN; the metric is written as UNKNOWN, did you mean COUNTER?"),
        Reading.load(Fixture.text("servlet-container.yml")).warnings());
  }

  @Test
  void aFileForARemoteJvmIsRefused() {
    assertEquals(
        "f.yml:2:1: hostPort: found a key that is not supported yet, expected no remote JMX; remove the key and"
            + " run the agent inside the JVM that has the MBeans",
        Reading.error(Fixture.text("remote.yml")));
  }
}
