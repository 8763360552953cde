package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error's whole message: users meet these, so a change to one is a change to the product. */
class ConfigErrorTest {

  @ParameterizedTest
  @MethodSource({"missingParts", "badTexts", "structure", "notSupported"})
  void theMessageSaysWhereWhatAndWhatElse(String yaml, String message) {
    assertEquals("f.yml:" + message, Reading.error(yaml));
  }

  static Stream<Arguments> missingParts() {
    return Stream.of(
        arguments(
            "rules: [{pattern: x, help: h}]",
            "1:28: rules[0].help: found without name, expected both in one rule; add name or remove this"),
        arguments(
            "rules: [{pattern: x, name: , labels: {}}]",
            "1:38: rules[0].labels: found without name, expected both in one rule; add name or remove this"),
        arguments(
            "rules:\n- pattern: x\n- name: n",
            "3:9: rules[1].name: found without pattern, expected both in one rule; add pattern or remove this"),
        arguments(
            "metricCustomizers: [{extraMetrics: []}]",
            "1:21: metricCustomizers[0]: found no such key, expected the key mbeanFilter; add it"),
        arguments(
            "metricCustomizers: [{mbeanFilter: {}, extraMetrics: []}]",
            "1:35: metricCustomizers[0].mbeanFilter: found no such key, expected the key domain; add it"),
        arguments(
            "metricCustomizers: [{mbeanFilter: {domain: d}}]",
            "1:21: metricCustomizers[0]: found no such key, expected attributesAsLabels or extraMetrics; add one"
                + " of them or remove the customizer"),
        arguments(
            "metricCustomizers: [{mbeanFilter: {domain: d}, extraMetrics: [{value: 1}]}]",
            "1:63: metricCustomizers[0].extraMetrics[0]: found no such key, expected the key name; add it"),
        arguments(
            "metricCustomizers: [{mbeanFilter: {domain: d}, extraMetrics: [{name: n}]}]",
            "1:63: metricCustomizers[0].extraMetrics[0]: found no such key, expected the key value; add it"));
  }

  static Stream<Arguments> badTexts() {
    return Stream.of(
        arguments(
            "rules:\n- pattern: 'a(b'",
            "2:12: rules[0].pattern: found 'a(b' (Unclosed group at index 3), expected a Java regular"
                + " expression; correct it there, or escape the character with a backslash"),
        arguments(
            "rules:\n- pattern: '${nothing}'",
            "2:12: rules[0].pattern: found '${nothing}' (Illegal repetition at index 2), expected a Java regular"
                + " expression; correct it there, or escape the character with a backslash"),
        arguments(
            "includeObjectNames: [x]",
            "1:22: includeObjectNames[0]: found 'x' (Key properties cannot be empty), expected an ObjectName or a"
                + " pattern of one; write it like 'kafka.server:type=*,*'"),
        arguments(
            "includeObjectNameAttributes:\n  'a:b': []",
            "2:3: includeObjectNameAttributes: found 'a:b' (Unterminated key property part), expected an"
                + " ObjectName or a pattern of one; write it like 'kafka.server:type=*,*'"),
        arguments(
            "includeObjectNames: ['${NOT_SET}:*', '${OTHER}:*']",
            "1:22: includeObjectNames[0]: found ${NOT_SET}, expected an environment variable that is set; set it"
                + " or write ${NOT_SET:-default}"));
  }

  static Stream<Arguments> structure() {
    return Stream.of(
        arguments(
            "startDelaySeconds: 1\nstartDelaySeconds: 1",
            "2:1: startDelaySeconds: found the key a second time, expected it once; remove it here or in line"
                + " 1"),
        arguments(
            "rules:\n- pattern: x\n  name: y\n  labels:\n    a: b\n    a: c",
            "6:5: rules[0].labels.a: found the key a second time, expected it once; remove it here or in line 5"),
        arguments(
            "? [a]\n: b",
            "1:3: found a list or a mapping as a key, expected a string; check for a stray '?', '[' or '{'"),
        arguments(
            "<<: 1",
            "1:5: <<: found the integer '1', expected a mapping to merge; refer to one by its anchor, as in"
                + " '<<: *name'"),
        arguments(
            "rules:\n- pattern: x\n name: y",
            "3:2: found broken YAML (while parsing a block mapping: expected <block end>, but found"
                + " '<block mapping start>'), expected YAML 1.1; check indentation, quotes and brackets here and"
                + " just above"),
        arguments(
            "rules: *nowhere",
            "1:8: found broken YAML (found undefined alias nowhere), expected YAML 1.1; check indentation,"
                + " quotes and brackets here and just above"),
        arguments(
            "a: 1\n---\nb: 2",
            "2:1: found broken YAML (expected a single document in the stream: but found another document),"
                + " expected YAML 1.1; check indentation, quotes and brackets here and just above"));
  }

  static Stream<Arguments> notSupported() {
    String noRemoteJmx =
        "found a key that is not supported yet, expected no remote JMX; remove the key and run the agent inside"
            + " the JVM that has the MBeans";
    return Stream.of(
        arguments("rules: []\nhostPort: a:1", "2:1: hostPort: " + noRemoteJmx),
        arguments("jmxUrl: x", "1:1: jmxUrl: " + noRemoteJmx),
        arguments("username: x", "1:1: username: " + noRemoteJmx),
        arguments("password:", "1:1: password: " + noRemoteJmx),
        arguments(
            "httpServer: {}",
            "1:1: httpServer: found a key that is not supported yet, expected no HTTP settings; remove the key and"
                + " give host and port in the agent's argument"),
        arguments(
            "ssl: true",
            "1:1: ssl: found a key that is not supported yet, expected false or no TLS settings; remove the"
                + " key"),
        arguments(
            "ssl: {enabled: false}",
            "1:1: ssl: found a key that is not supported yet, expected false or no TLS settings; remove the"
                + " key"),
        arguments(
            "openTelemetry:",
            "1:1: openTelemetry: found a key that is not supported yet, expected no OpenTelemetry settings; remove"
                + " the key and let Prometheus scrape the agent"));
  }

  /** The YAML library parses the digits before it looks whether there are any. */
  @Test
  void anUnfinishedEscapeIsBrokenYaml() {
    String reason =
        assertThrows(NumberFormatException.class, () -> Integer.parseInt("", 16)).getMessage();
    assertEquals(
        "f.yml:2:7: found broken YAML ("
            + reason
            + "), expected YAML 1.1; check indentation, quotes and brackets here and just above",
        Reading.error("rules: []\nx: \"\\u"));
  }

  @Test
  void aLineBreakInAFoundTextIsEscaped() {
    assertEquals(
        "f.yml:1:22: lowercaseOutputName: found the string 'a\\nb', expected a boolean; write true or false,"
            + " without quotes",
        Reading.error("lowercaseOutputName: \"a\\nb\""));
  }

  @Test
  void aLongFoundTextIsCut() {
    String message = Reading.error("lowercaseOutputName: " + "x".repeat(1000));
    assertEquals(
        "f.yml:1:22: lowercaseOutputName: found the string '"
            + "x".repeat(80)
            + "…', expected a boolean; write true or false, without quotes",
        message);
  }

  @Test
  void anUnknownKeyIsAnErrorInStrictMode() {
    ConfigException e =
        assertThrows(ConfigException.class, () -> Reading.loadStrictly("rules: []\nRules: []"));
    assertEquals("f.yml:2:1: unknown key 'Rules', did you mean 'rules'?", e.getMessage());
  }

  @Test
  void anUnknownTypeIsAnErrorInStrictMode() {
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> Reading.loadStrictly("rules:\n- type: HISTOGRAM"));
    assertEquals(
        "f.yml:2:9: rules[0].type: found the string 'HISTOGRAM', expected one of GAUGE, COUNTER, SUMMARY,"
            + " UNTYPED, UNKNOWN; the metric is written as UNKNOWN",
        e.getMessage());
  }
}
