package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MBeanSelectionTest {

  @Test
  void allIsSelectedByDefault() {
    assertTrue(selects("{}", "java.lang:type=Memory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"includeObjectNames", "whitelistObjectNames"})
  void onlyWhatIsIncluded(String key) {
    String yaml = key + ": ['a:type=*,*', 'b:*']";
    assertEquals(
        List.of("a:type=X", "a:k=v,type=X", "b:c=d"),
        selected(yaml, "a:type=X", "a:k=v,type=X", "a:k=v", "b:c=d", "c:type=X"));
  }

  @Test
  void anEmptyIncludeSelectsNothing() {
    assertFalse(selects("includeObjectNames: []", "a:b=c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"excludeObjectNames", "blacklistObjectNames"})
  void anExcludeWinsOverAnInclude(String key) {
    String yaml = "includeObjectNames: ['a:*']\n" + key + ": ['a:type=X,*']";
    assertEquals(List.of("a:type=Y"), selected(yaml, "a:type=X", "a:type=X,k=v", "a:type=Y"));
  }

  @Test
  void jvmMetricsCanBeLeftOut() {
    assertEquals(
        List.of("kafka.server:type=T", "java.langs:type=T"),
        selected(
            "excludeJvmMetrics: true",
            "kafka.server:type=T",
            "java.lang:type=Memory",
            "java.nio:type=BufferPool,name=direct",
            "jdk.management.jfr:type=X",
            "java.langs:type=T"));
  }

  @Test
  void anIncludeBringsJvmMetricsBack() {
    String yaml = "excludeJvmMetrics: true\nincludeObjectNames: ['java.lang:*']";
    assertTrue(selects(yaml, "java.lang:type=Memory"));
  }

  @Test
  void theFlightRecorderIsNeverSelected() {
    assertFalse(selects("includeObjectNames: ['*:*']", "jdk.management.jfr:type=FlightRecorder"));
  }

  @Test
  void theRuntimesLongTextsAreNeverRead() {
    assertEquals(
        List.of("Uptime"),
        attributes("{}", "java.lang:type=Runtime", "Uptime", "ClassPath", "SystemProperties"));
  }

  @Test
  void attributesAreExcludedByGlob() {
    String yaml = "excludeObjectNameAttributes: {'a:type=*': ['*Rate', 'V?lue', 'a.c']}";
    assertEquals(
        List.of("Rates", "Vlue", "abc"),
        attributes(yaml, "a:type=X", "MeanRate", "Rates", "Value", "Vlue", "a.c", "abc"));
  }

  @Test
  void aFiltersKeyMayListPropertiesInAnyOrder() {
    String yaml = "excludeObjectNameAttributes: {'a:b=1,c=2': [V]}";
    assertEquals(List.of("W"), attributes(yaml, "a:c=2,b=1", "V", "W"));
  }

  @Test
  void otherMBeansKeepTheirAttributes() {
    String yaml = "excludeObjectNameAttributes: {'a:type=X': [V]}";
    assertEquals(List.of("V"), attributes(yaml, "a:type=Y", "V"));
  }

  @Test
  void onlyIncludedAttributesAreRead() {
    String yaml =
        """
        includeObjectNameAttributes: {'a:type=X': ['*'], 'a:type=Y': [V, W]}
        excludeObjectNameAttributes: {'a:type=Y': [W]}
        """;
    assertEquals(List.of("V", "W"), attributes(yaml, "a:type=X", "V", "W"));
    assertEquals(List.of("V"), attributes(yaml, "a:type=Y", "V", "W", "X"));
    assertEquals(List.of(), attributes(yaml, "a:type=Z", "V"));
  }

  @Test
  void theFirstCustomizerThatAppliesIsTaken() {
    RuleSet rules =
        YamlRules.compile(
            """
            metricCustomizers:
            - {mbeanFilter: {domain: a, properties: {type: X, k: v}}, attributesAsLabels: [One]}
            - {mbeanFilter: {domain: a, properties: {type: X}}, attributesAsLabels: [Two]}
            - {mbeanFilter: {domain: a}, attributesAsLabels: [Three]}
            """);
    assertEquals(Optional.of(List.of("One")), labels(rules, "a:z=1,k=v,type=X"));
    assertEquals(Optional.of(List.of("Two")), labels(rules, "a:type=X,k=w"));
    assertEquals(Optional.of(List.of("Three")), labels(rules, "a:type=Y"));
    assertEquals(Optional.empty(), labels(rules, "b:type=X"));
  }

  private static Optional<List<String>> labels(RuleSet rules, String objectName) {
    return rules.customizer(Deciding.objectName(objectName)).map(c -> c.attributesAsLabels());
  }

  private static boolean selects(String yaml, String objectName) {
    return YamlRules.compile(yaml).selection().selects(Deciding.objectName(objectName));
  }

  private static List<String> selected(String yaml, String... objectNames) {
    return Stream.of(objectNames).filter(name -> selects(yaml, name)).toList();
  }

  private static List<String> attributes(String yaml, String objectName, String... attributes) {
    MBeanSelection selection = YamlRules.compile(yaml).selection();
    return Stream.of(attributes)
        .filter(selection.attributesOf(Deciding.objectName(objectName)))
        .toList();
  }
}
