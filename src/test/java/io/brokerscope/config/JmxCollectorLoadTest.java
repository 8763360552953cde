package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prometheus.jmx.JmxCollector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is jmx_exporter's own collector: what it loads we load, what it refuses we refuse. */
class JmxCollectorLoadTest {
  /** What we refuse and it loads: each of these does not do there what it says. */
  static final List<String> REFUSED_ONLY_HERE =
      List.of(
          "startDelaySeconds: -1",
          "startDelaySeconds: 1\nstartDelaySeconds: 2",
          "rules: [{pattern: [a]}]",
          // Collector 1.5 takes 1.0 for each of these; later ones refuse them, as we do.
          "rules: [{valueFactor: x}]",
          "rules: [{valueFactor: true}]",
          "rules: [{valueFactor: []}]",
          "ssl: true",
          "username: u",
          "excludeObjectNameAttributes: {'a:b=c': [1]}",
          "metricCustomizers: [{mbeanFilter: {domain: d, properties: {id: 7}}, extraMetrics: []}]",
          "rules: [{pattern: x, name: y, labels: {a: }}]");

  @ParameterizedTest
  @FieldSource("io.brokerscope.config.Fixture#IN_USE")
  void filesInUseLoadInBoth(String file) {
    assertLoadsInBoth(Fixture.text(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "unknown: 1",
        "rules: []",
        "rules: [{}]",
        "includeObjectNames: []",
        "includeObjectNames: ['']",
        "includeObjectNames: ['a:b=c']\nwhitelistObjectNames: 1",
        "excludeJvmMetrics:",
        "rules: [{value: 1}]",
        "rules: [{pattern: , name: , help: , value: , valueFactor: , type: }]",
        "rules: [{pattern: 1.50}]",
        "rules: [{valueFactor: '1e3'}]",
        "rules: [{valueFactor: 0x10}]",
        "rules: [{valueFactor: .nan}]",
        "rules: [{type: counter}, {type: HISTOGRAM}]",
        "rules: [{pattern: x, name: ''}]",
        "rules: [{pattern: x, name: y, labels: {}}]",
        "rules: [{pattern: x, name: y, labels: {a: '', '': b}}]",
        "rules: [{pattern: '(?<g>x)', name: '${g}${other}$9'}]",
        "a: &a {pattern: x}\nrules: [*a, {<<: *a, name: n}]",
        "metricCustomizers: []",
        "metricCustomizers: [{mbeanFilter: {domain: d}, attributesAsLabels: []}]",
        "metricCustomizers: [{mbeanFilter: {domain: d}, extraMetrics: [{name: n, value: x}]}]",
        "includeObjectNameAttributes: {}",
        "includeObjectNameAttributes: {'a:b=c': []}",
        "includeObjectNameAttributes: {'a:c=d,b=e': [x], 'a:b=e,c=d': [y]}"
      })
  void whatItAcceptsWeAccept(String yaml) {
    assertLoadsInBoth(yaml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "- list",
        "a: 1\n---\nb: 1",
        "startDelaySeconds: '1'",
        "startDelaySeconds: 1.0",
        "startDelaySeconds: 3000000000",
        "lowercaseOutputName: 'true'",
        "lowercaseOutputName:",
        "lowercaseOutputLabelNames: 1",
        "inferCounterTypeFromName: x",
        "excludeJvmMetrics: x",
        "autoExcludeObjectNameAttributes:",
        "includeObjectNames:",
        "includeObjectNames: x",
        "includeObjectNames: [x]",
        "includeObjectNames: [1]",
        "includeObjectNames: [~]",
        "blacklistObjectNames:",
        "rules:",
        "rules: {}",
        "rules: [x]",
        "rules: [~]",
        "rules: [{pattern: '('}]",
        "rules: [{pattern: x, name: 1}]",
        "rules: [{name: x}]",
        "rules: [{pattern: x, help: x}]",
        "rules: [{pattern: x, labels: {}}]",
        "rules: [{pattern: x, name: y, labels: }]",
        "rules: [{pattern: x, name: y, labels: {a: 1}}]",
        "rules: [{pattern: x, name: y, labels: {1: a}}]",
        "rules: [{type: 1}]",
        "rules: [{cache: 1}]",
        "rules: [{cache: }]",
        "rules: [{attrNameSnakeCase: 'yes'}]",
        "metricCustomizers:",
        "metricCustomizers: [{extraMetrics: []}]",
        "metricCustomizers: [{mbeanFilter: {domain: d}}]",
        "metricCustomizers: [{mbeanFilter: {}, extraMetrics: []}]",
        "metricCustomizers: [{mbeanFilter: {domain: d}, extraMetrics: [{name: n}]}]",
        "includeObjectNameAttributes: {x: []}",
        "includeObjectNameAttributes: {'a:b=c': }",
        "includeObjectNameAttributes: []",
        "excludeObjectNameAttributes:",
        "<<: 1",
        "rules: *nowhere"
      })
  void whatItRefusesWeRefuse(String yaml) {
    assertThrows(Exception.class, () -> new JmxCollector(yaml), "jmx_exporter loads it");
    assertThrows(ConfigException.class, () -> Reading.load(yaml));
  }

  @ParameterizedTest
  @FieldSource("REFUSED_ONLY_HERE")
  void weRefuseWhatHasNoEffectThere(String yaml) {
    assertDoesNotThrow(() -> new JmxCollector(yaml), "jmx_exporter refuses it too");
    assertThrows(ConfigException.class, () -> Reading.load(yaml));
  }

  @Test
  void aWholeSetOfAddedKeysIsNoErrorThere() {
    assertLoadsInBoth(
        "omitEmptyHistograms: true\nlimits: {maxSeries: 1}\nrules: [{minIntervalSeconds: 1, type: SUMMARY}]");
  }

  private static void assertLoadsInBoth(String yaml) {
    assertDoesNotThrow(() -> new JmxCollector(yaml), "jmx_exporter refuses it");
    assertDoesNotThrow(() -> Reading.load(yaml));
  }
}
