package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionReaderTest {

  @Test
  void anAbsentSelectionTakesAllMBeansAndAttributes() throws ConfigException {
    assertEquals(
        new Selection(
            Optional.empty(),
            List.of(),
            false,
            new Selection.Attributes(List.of(), List.of(), true)),
        Reading.config("").selection());
  }

  @ParameterizedTest
  @ValueSource(strings = {"includeObjectNames", "whitelistObjectNames"})
  void includesAreReadUnderBothNames(String key) throws Exception {
    assertEquals(
        Optional.of(List.of(name("kafka.server:type=*,*"), name("*:*"))),
        Reading.config(key + ": ['kafka.server:type=*,*', '*:*']").selection().include());
  }

  @ParameterizedTest
  @ValueSource(strings = {"excludeObjectNames", "blacklistObjectNames"})
  void excludesAreReadUnderBothNames(String key) throws Exception {
    assertEquals(
        List.of(name("a:b=c")), Reading.config(key + ":\n- a:b=c\n").selection().exclude());
  }

  @Test
  void anEmptyListOfIncludesTakesNothing() throws ConfigException {
    assertEquals(
        Optional.of(List.of()), Reading.config("includeObjectNames: []").selection().include());
  }

  @Test
  void theAliasIsIgnoredBesideTheKeyWhateverItHolds() throws Exception {
    LoadedConfig loaded = Reading.load("whitelistObjectNames: 5\nincludeObjectNames: ['a:b=c']\n");
    assertEquals(Optional.of(List.of(name("a:b=c"))), loaded.config().selection().include());
    assertEquals(
        List.of(
            "f.yml:1:1: whitelistObjectNames: found beside includeObjectNames, which wins, expected one of"
                + " the two; remove it"),
        loaded.warnings());
  }

  @Test
  void excludeJvmMetricsIsRead() throws ConfigException {
    assertTrue(Reading.config("excludeJvmMetrics: true").selection().excludeJvmMetrics());
  }

  @Test
  void aBareExcludeJvmMetricsIsFalse() throws ConfigException {
    assertFalse(Reading.config("excludeJvmMetrics:").selection().excludeJvmMetrics());
  }

  @Test
  void autoExcludeCanBeTurnedOff() throws ConfigException {
    assertFalse(
        Reading.config("autoExcludeObjectNameAttributes: false")
            .selection()
            .attributes()
            .autoExclude());
  }

  @Test
  void attributeFiltersMapNamesAndPatternsToGlobs() throws Exception {
    Selection.Attributes attributes =
        Reading.config(
                """
                includeObjectNameAttributes:
                  java.lang:type=Memory: [HeapMemoryUsage]
                  'kafka.*:*': ['*Rate', Count]
                excludeObjectNameAttributes:
                  "a:b=c": []
                """)
            .selection()
            .attributes();
    assertEquals(
        List.of(
            new Selection.AttributeFilter(
                name("java.lang:type=Memory"), List.of("HeapMemoryUsage")),
            new Selection.AttributeFilter(name("kafka.*:*"), List.of("*Rate", "Count"))),
        attributes.include());
    assertEquals(
        List.of(new Selection.AttributeFilter(name("a:b=c"), List.of())), attributes.exclude());
  }

  @Test
  void environmentVariablesAreReplacedInNamesAndAttributes() throws Exception {
    Selection selection =
        Reading.config(
                """
                includeObjectNames: ['${MISSING:-kafka}:zone=${ZONE}']
                includeObjectNameAttributes: {'a:b=c': ['${ZONE}']}
                """)
            .selection();
    assertEquals(Optional.of(List.of(name("kafka:zone=eu-1"))), selection.include());
    assertEquals(List.of("eu-1"), selection.attributes().include().get(0).attributeGlobs());
  }

  private static ObjectName name(String text) throws MalformedObjectNameException {
    return new ObjectName(text);
  }
}
