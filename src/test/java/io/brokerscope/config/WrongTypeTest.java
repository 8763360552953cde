package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A value of the wrong type or out of range is always an error, and its whole message is pinned.
 */
class WrongTypeTest {

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void theMessageSaysWhatIsThereAndWhatShouldBe(String yaml, String message) {
    assertEquals("f.yml:" + message, Reading.error(yaml));
  }

  static Stream<Arguments> wrongTypes() {
    String boolHint = "expected a boolean; write true or false, without quotes";
    String textHint =
        "expected a string; write a text, in quotes if it looks like a number, boolean or date";
    String listHint =
        "expected a list; write '- item' lines below the key, or [] for an empty list";
    String mappingHint = "expected a mapping; write 'key: value' lines, indented alike";
    return Stream.of(
        arguments(
            "lowercaseOutputName: 'true'",
            "1:22: lowercaseOutputName: found the string 'true', " + boolHint),
        arguments(
            "lowercaseOutputLabelNames: 1",
            "1:28: lowercaseOutputLabelNames: found the integer '1', " + boolHint),
        arguments(
            "inferCounterTypeFromName: []",
            "1:27: inferCounterTypeFromName: found a list, " + boolHint),
        arguments(
            "omitEmptyHistograms: {}", "1:22: omitEmptyHistograms: found a mapping, " + boolHint),
        arguments(
            "autoExcludeObjectNameAttributes: 1.5",
            "1:34: autoExcludeObjectNameAttributes: found the number '1.5', " + boolHint),
        arguments(
            "excludeJvmMetrics: 2020-01-01",
            "1:20: excludeJvmMetrics: found the date '2020-01-01', " + boolHint),
        arguments(
            "lowercaseOutputName: !!bool maybe",
            "1:22: lowercaseOutputName: found a value tagged '!!bool' 'maybe', " + boolHint),
        arguments(
            "lowercaseOutputName: !java x",
            "1:22: lowercaseOutputName: found a value tagged '!java' 'x', " + boolHint),
        arguments(
            "rules: [{cache: 'no'}]", "1:17: rules[0].cache: found the string 'no', " + boolHint),
        arguments(
            "rules: [{attrNameSnakeCase: }]",
            "1:28: rules[0].attrNameSnakeCase: found nothing, " + boolHint),
        arguments(
            "startDelaySeconds: '5'",
            "1:20: startDelaySeconds: found the string '5', expected an integer from 0 to 2147483647; write"
                + " digits, without quotes"),
        arguments(
            "startDelaySeconds: -1",
            "1:20: startDelaySeconds: found the integer '-1', expected an integer from 0 to 2147483647; write"
                + " digits, without quotes"),
        arguments(
            "scrapeTimeoutSeconds: 0",
            "1:23: scrapeTimeoutSeconds: found the integer '0', expected an integer from 1 to 2147483647; write"
                + " digits, without quotes"),
        arguments(
            "limits: {maxSeries: 3000000000}",
            "1:21: limits.maxSeries: found the integer '3000000000', expected an integer from 1 to 2147483647;"
                + " write digits, without quotes"),
        arguments(
            "rules: [{minIntervalSeconds: 1.0}]",
            "1:30: rules[0].minIntervalSeconds: found the number '1.0', expected an integer from 0 to"
                + " 2147483647; write digits, without quotes"),
        arguments(
            "startDelaySeconds: !!int abc",
            "1:20: startDelaySeconds: found a value tagged '!!int' 'abc', expected an integer from 0 to"
                + " 2147483647; write digits, without quotes"),
        arguments("limits:", "1:8: limits: found nothing, " + mappingHint),
        arguments("rules:", "1:7: rules: found nothing, " + listHint),
        arguments("rules: {}", "1:8: rules: found a mapping, " + listHint),
        arguments("includeObjectNames:", "1:20: includeObjectNames: found nothing, " + listHint),
        arguments(
            "whitelistObjectNames:", "1:22: whitelistObjectNames: found nothing, " + listHint),
        arguments(
            "excludeObjectNames: a:b=c",
            "1:21: excludeObjectNames: found the string 'a:b=c', " + listHint),
        arguments(
            "includeObjectNames: [1]",
            "1:22: includeObjectNames[0]: found the integer '1', " + textHint),
        arguments("rules:\n-\n- pattern: x", "2:2: rules[0]: found nothing, " + mappingHint),
        arguments("rules: [x]", "1:9: rules[0]: found the string 'x', " + mappingHint),
        arguments(
            "rules:\n- pattern: x\n  name: 1",
            "3:9: rules[0].name: found the integer '1', " + textHint),
        arguments(
            "rules: [{pattern: x, name: y, help: 1}]",
            "1:37: rules[0].help: found the integer '1', " + textHint),
        arguments("rules: [{type: 1}]", "1:16: rules[0].type: found the integer '1', " + textHint),
        arguments(
            "rules: [{pattern: [a]}]",
            "1:19: rules[0].pattern: found a list, expected a string or a number; write a text, in quotes if it"
                + " looks like a number, boolean or date"),
        arguments(
            "rules: [{valueFactor: abc}]",
            "1:23: rules[0].valueFactor: found the string 'abc', expected a number; write digits such as 0.001"),
        arguments(
            "rules: [{valueFactor: true}]",
            "1:23: rules[0].valueFactor: found the boolean 'true', expected a number; write digits such as"
                + " 0.001"),
        arguments(
            "rules:\n- pattern: x\n  name: y\n  labels:\n    a: 1",
            "5:8: rules[0].labels.a: found the integer '1', " + textHint),
        arguments(
            "rules: [{pattern: x, name: y, labels: {a: }}]",
            "1:42: rules[0].labels.a: found nothing, " + textHint),
        arguments(
            "rules: [{pattern: x, name: y, labels: {'a b': 1}}]",
            "1:47: rules[0].labels['a b']: found the integer '1', " + textHint),
        arguments(
            "rules: [{pattern: x, name: y, labels: {1: a}}]",
            "1:40: rules[0].labels: found the integer '1', expected a string as key; put the key in quotes"),
        arguments(
            "rules: [{pattern: x, name: y, labels: }]",
            "1:38: rules[0].labels: found nothing, " + mappingHint),
        arguments(
            "includeObjectNameAttributes: {'a:b=c': x}",
            "1:40: includeObjectNameAttributes['a:b=c']: found the string 'x', " + listHint),
        arguments(
            "excludeObjectNameAttributes: {'a:b=c': [x, 1]}",
            "1:44: excludeObjectNameAttributes['a:b=c'][1]: found the integer '1', " + textHint),
        arguments(
            "excludeObjectNameAttributes: []",
            "1:30: excludeObjectNameAttributes: found a list, " + mappingHint),
        arguments("metricCustomizers:", "1:19: metricCustomizers: found nothing, " + listHint),
        arguments(
            "metricCustomizers: [{mbeanFilter: {domain: d, properties: {id: 7}}, extraMetrics: []}]",
            "1:64: metricCustomizers[0].mbeanFilter.properties.id: found the integer '7', "
                + textHint),
        arguments(
            "metricCustomizers: [{mbeanFilter: {domain: d}, extraMetrics: [{name: n, value: []}]}]",
            "1:80: metricCustomizers[0].extraMetrics[0].value: found a list, expected a number, a boolean or a"
                + " string; write a text, in quotes if it looks like a number, boolean or date"),
        arguments("- a", "1:1: found a list, " + mappingHint),
        arguments("text", "1:1: found the string 'text', " + mappingHint),
        arguments(
            "!!set {a}", "1:1: found a collection tagged 'tag:yaml.org,2002:set', " + mappingHint));
  }
}
