package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomizerReaderTest {

  @Test
  void everyKeyIsRead() throws ConfigException {
    assertEquals(
        List.of(
            new CustomizerConfig(
                "kafka.server",
                Map.of("type", "app-info", "id", "1"),
                List.of("Version", "CommitId"),
                List.of(
                    new CustomizerConfig.ExtraMetric("up", 1, "always 1"),
                    new CustomizerConfig.ExtraMetric("on", true, "")))),
        Reading.config(
                """
                metricCustomizers:
                  - mbeanFilter:
                      domain: kafka.server
                      properties: {type: app-info, id: '1'}
                    attributesAsLabels: [Version, CommitId]
                    extraMetrics:
                      - {name: up, value: 1, description: always 1}
                      - {name: 'on', value: true}
                """)
            .customizers());
  }

  @Test
  void filterAndAttributesAloneAreEnough() throws ConfigException {
    assertEquals(
        List.of(new CustomizerConfig("d", Map.of(), List.of(), List.of())),
        customizers("{mbeanFilter: {domain: d}, attributesAsLabels: []}"));
  }

  @Test
  void aBareDescriptionIsNone() throws ConfigException {
    assertEquals("", extra("{name: n, value: 1, description: }").description());
  }

  @Test
  void anExtraMetricMayBeAString() throws ConfigException {
    assertEquals("7", extra("{name: n, value: '7'}").value());
  }

  @Test
  void anExtraMetricMayBeAFraction() throws ConfigException {
    assertEquals(0.5, extra("{name: n, value: 0.5}").value());
  }

  @Test
  void anExtraMetricMayBeTooBigForALong() throws ConfigException {
    assertEquals(
        new BigInteger("100000000000000000000"),
        extra("{name: n, value: 100000000000000000000}").value());
  }

  @Test
  void environmentVariablesAreReplaced() throws ConfigException {
    List<CustomizerConfig> customizers =
        customizers(
            "{mbeanFilter: {domain: 'd.${ZONE}', properties: {z: '${ZONE}'}},"
                + " attributesAsLabels: ['${ZONE}'],"
                + " extraMetrics: [{name: '${ZONE}', value: '${ZONE}', description: '${ZONE}'}]}");
    assertEquals(
        List.of(
            new CustomizerConfig(
                "d.eu-1",
                Map.of("z", "eu-1"),
                List.of("eu-1"),
                List.of(new CustomizerConfig.ExtraMetric("eu-1", "eu-1", "eu-1")))),
        customizers);
  }

  private static CustomizerConfig.ExtraMetric extra(String metric) throws ConfigException {
    return customizers("{mbeanFilter: {domain: d}, extraMetrics: [" + metric + "]}")
        .get(0)
        .extraMetrics()
        .get(0);
  }

  private static List<CustomizerConfig> customizers(String customizer) throws ConfigException {
    return Reading.config("metricCustomizers: [" + customizer + "]").customizers();
  }
}
