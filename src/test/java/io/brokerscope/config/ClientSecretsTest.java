package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with settings of Kafka's clients, no error shows what may be a password. */
class ClientSecretsTest {
  private static final String SECRET = "geheim";

  /** What stands after {@code kafka:} and its like, with the password in it; all are errors. */
  private static final List<String> MISTAKES =
      List.of(
          // in place of the map
          "geheim",
          "'geheim'",
          "[geheim]",
          "[sasl.password: geheim]",
          "!geheim {a: b}",
          "!!set {geheim}",
          "!geheim",
          "!x geheim",
          // values of other types
          "{p: [geheim]}",
          "{p: {geheim: geheim}}",
          "{p: !geheim x}",
          "{p: !geheim}",
          "{p: !!binary geheim}",
          "{p: !<tag:geheim> x}",
          "{p: ab,geheim}",
          "{p: ab,geheim,geheim}",
          "\n  p: 'ab'\n  geheim:",
          // keys
          "{p: geheim, p: geheim}",
          "{geheim: a, geheim: b}",
          "{? [geheim] : a}",
          "{? {geheim: a} : a}",
          "{!x geheim: a}",
          "{<<: geheim}",
          "{<<: {p: geheim}}",
          "{<<: [geheim]}",
          // anchors and aliases
          "{p: &geheim}",
          "{p: &a geheim}",
          "{p: &a geheim}\nlisten: *a",
          "{p: &a geheim}\n*a : 1",
          "{p: &a geheim}\ngroups: {states: [*a]}",
          "&a {p: geheim}\nlag: {<<: *a}",
          "{p: *geheim}",
          "*geheim",
          // the environment
          "{p: 'geheim${NOT_SET}geheim'}",
          "{p: '${NOT_SET}${ZONE:-geheim}'}",
          // broken YAML
          "{p: geheim",
          "{p: 'geheim}",
          "{p: \"geheim}",
          "{p: \"\\geheim\"}",
          "{p: \"\\ugeheim\"}",
          "{p: \"\\xge\"}",
          "{p: 'a'geheim}",
          "{p: @geheim}",
          "{p: `geheim}",
          "{p: %geheim}",
          "{p: |geheim}",
          "{p: !geheim!x y}",
          "{p: !<geheim x}",
          "{p: geheim}}",
          "\n  p: geheim: geheim",
          "\n  p: geheim\n geheim",
          "\n  p: geheim\n   geheim: x",
          "\n  p: >geheim\n    x",
          "\n\tp: geheim",
          "\n  p: geheim\n---\np: geheim",
          "\n  p: geheim\n  geheim",
          // limits
          "{p: " + "[".repeat(60) + "geheim" + "]".repeat(60) + "}",
          "{p: geheim\u0007}");

  static Stream<Arguments> mistakes() {
    return Stream.of("kafka", "admin", "producer", "consumer")
        .flatMap(key -> MISTAKES.stream().map(mistake -> arguments(key, mistake)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void noErrorShowsIt(String key, String mistake) {
    String before = key.equals("kafka") ? "" : MonitorReading.LEAST;
    ConfigException failure = MonitorReading.failure(before + key + ": " + mistake + "\n");
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    assertFalse(all.toString().contains(SECRET), failure::getMessage);
    assertFalse(failure.getMessage().contains("ge"), failure::getMessage);
    assertTrue(failure.getMessage().matches("m\\.yml:\\d+:\\d+: .*"), failure::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka: x                     | 1:8: kafka: found a text, expected a mapping; write 'key: value' lines, \
          indented alike
          kafka: {a: [x]}              | 1:12: kafka: found a list, expected a text, a number or a boolean; write it on \
          one line, in quotes if it is empty or has special characters
          kafka: {a: {x: y}}           | 1:12: kafka: found a mapping, expected a text, a number or a boolean; write it \
          on one line, in quotes if it is empty or has special characters
          kafka: {a: }                 | 1:11: kafka: found nothing, expected a text, a number or a boolean; write it on \
          one line, in quotes if it is empty or has special characters
          kafka: {a: !x y}             | 1:12: kafka: found a text with a tag, expected a text, a number or a boolean; \
          write it on one line, in quotes if it is empty or has special characters
          kafka: {1: x}                | 1:9: kafka: found a key that is no text, expected a setting's name; check quotes
          kafka: {a: x, a: y}          | 1:15: kafka: found a key a second time, expected it once; remove it here or in \
          line 1
          kafka: {a: '${NOT_SET}'}     | 1:12: kafka: found ${NOT_SET}, expected an environment variable that is set; \
          set it or write ${NOT_SET:-default}
          kafka: {a: &x y}             | 1:12: found an anchor, expected none in this file; write the value out wherever \
          it is used, in quotes if it begins with '&' or '*'
          kafka: {a: *x}               | 1:12: found broken YAML, expected YAML 1.1; check indentation, quotes and \
          brackets here and just above
          kafka: {a: "\\x"}            | 1:15: found broken YAML (while scanning a double-quoted scalar), expected YAML \
          1.1; check indentation, quotes and brackets here and just above
          """)
  void errorsSayWhereAndWhatAllTheSame(String yaml, String message) {
    assertEquals("m.yml:" + message, MonitorReading.error(yaml));
  }
}
