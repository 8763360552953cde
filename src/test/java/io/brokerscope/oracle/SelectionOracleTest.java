package io.brokerscope.oracle;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which MBeans and attributes are looked at, and what customizers add. */
class SelectionOracleTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"objectNames", "keys", "attributes", "jvm", "customizers"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothing")
  void exposesNothing(OracleCase oracleCase) {
    Comparison.assertBothEmpty(oracleCase);
  }

  private static OracleCase pools(String name, String yaml) {
    return new OracleCase(name, yaml)
        .with("oracle.a:type=Pool,name=x", FixtureBean.of("Size", 1, "Used", 2))
        .with("oracle.a:type=Pool,name=y", FixtureBean.of("Size", 3, "Used", 4))
        .with("oracle.b:type=Pool,name=z", FixtureBean.of("Size", 5, "Used", 6));
  }

  static Stream<OracleCase> objectNames() {
    return Stream.of(
        pools(
            "an ObjectName without wildcard selects one bean",
            "includeObjectNames: ['oracle.a:type=Pool,name=x']"),
        pools(
            "the order of properties in an include does not matter",
            "includeObjectNames: ['oracle.a:name=x,type=Pool']"),
        pools(
            "a wildcard in the domain selects several",
            "includeObjectNames: ['oracle.?:type=Pool,*']"),
        pools(
            "a wildcard in a value selects several",
            "includeObjectNames: ['oracle.a:type=P*,name=*']"),
        pools("several includes add up", "includeObjectNames: ['oracle.a:name=x,*', 'oracle.b:*']"),
        pools(
            "an include met twice is one",
            "includeObjectNames: ['oracle.a:*', 'oracle.a:name=x,*']"),
        pools(
            "an exclude wins over an include",
            "includeObjectNames: ['oracle.?:*']\nexcludeObjectNames: ['oracle.a:name=x,*']"),
        pools(
            "the old names of the keys work",
            "whitelistObjectNames: ['oracle.?:*']\nblacklistObjectNames: ['oracle.b:*']"),
        pools(
            "the new name of a key wins over the old one",
            "includeObjectNames: ['oracle.a:*']\nwhitelistObjectNames: ['oracle.b:*']"));
  }

  static Stream<OracleCase> keys() {
    return Stream.of(
        pools(
            "every top-level key of the example files, with the value that changes nothing",
            """
            ---
            startDelaySeconds: 0
            ssl: false
            lowercaseOutputName: false
            lowercaseOutputLabelNames: false
            inferCounterTypeFromName: false
            excludeJvmMetrics: false
            whitelistObjectNames: ["oracle.?:*"]
            blacklistObjectNames: []
            excludeObjectNameAttributes: {}
            includeObjectNameAttributes: {}
            autoExcludeObjectNameAttributes: true
            metricCustomizers: []
            rules:
            - pattern: ".*"
            """),
        pools(
            "a key that nobody knows changes nothing",
            "lowerCaseOutputName: true\nrules: [{pattern: '.*', nmae: x}]"),
        pools(
            "rules may share parts through anchors",
            """
            rules:
            - &size {pattern: 'name=(\\w)><>Size', name: size, labels: {pool: $1}}
            - {<<: *size, pattern: 'name=(\\w)><>Used', name: used}
            """));
  }

  static Stream<OracleCase> attributes() {
    return Stream.of(
        pools(
            "an excluded attribute is left out, whatever the order of properties",
            "excludeObjectNameAttributes: {'oracle.a:name=x,type=Pool': [Size]}"),
        pools(
            "as soon as attributes are included, every other bean yields nothing",
            "includeObjectNameAttributes: {'oracle.a:type=Pool,name=x': [Size]}"),
        pools(
            "an attribute included and excluded is excluded",
            """
            includeObjectNameAttributes: {'oracle.a:type=Pool,name=x': [Size, Used]}
            excludeObjectNameAttributes: {'oracle.a:type=Pool,name=x': [Size]}
            """),
        pools("unsupported values may be asked for again", "autoExcludeObjectNameAttributes: false")
            .with("oracle.a:type=Odd", FixtureBean.of("C", 'c', "N", 1)));
  }

  static Stream<OracleCase> jvm() {
    return Stream.of(
        new OracleCase(
                "JVM domains can be left out",
                "excludeObjectNames: ['java*:*', 'jdk.*:*', 'JMI*:*', 'com.*:*']\nexcludeJvmMetrics: true")
            .with("sun.management:type=Oracle", FixtureBean.of("V", 1))
            .with("sun.management.more:type=Oracle", FixtureBean.of("V", 2)),
        new OracleCase(
            "the JVM's own composites and texts",
            """
            includeObjectNames: ['java.lang:type=Runtime', 'java.lang:type=OperatingSystem']
            rules:
            - {pattern: 'Runtime><>(Pid|StartTime)', type: GAUGE}
            - {pattern: '<>(\\w+Version): (.*)', name: version, value: 1, labels: {what: $1, is: $2}}
            - {pattern: 'AvailableProcessors', name: cpus}
            """),
        new OracleCase(
            "the JVM's long texts are never asked for",
            """
            includeObjectNames: ['java.lang:type=Runtime']
            rules:
            - {pattern: '(ClassPath|LibraryPath|SystemProperties)', name: $1, value: 1}
            - {pattern: '(VmName)', name: $1, value: 1}
            """));
  }

  static Stream<OracleCase> customizers() {
    return Stream.of(
        new OracleCase(
                "attributes become labels of every sample of their bean",
                """
                rules: [{pattern: '<type=(\\w+)><>(\\w+)', name: '$1_$2', labels: {own: a}}]
                metricCustomizers:
                - mbeanFilter: {domain: oracle, properties: {type: Labelled}}
                  attributesAsLabels: [Zone, Rack-No]
                """)
            .with("oracle:type=Labelled", FixtureBean.of("Zone", "eu", "Rack-No", 7))
            .with("oracle:type=Other", FixtureBean.of("Zone", "us", "N", 7)),
        new OracleCase(
                "labels from attributes are lowered with the others",
                """
                lowercaseOutputLabelNames: true
                metricCustomizers: [{mbeanFilter: {domain: oracle}, attributesAsLabels: [Zone]}]
                """)
            .with("oracle:type=Labelled,name=n", FixtureBean.of("Zone", "EU", "N", 7)),
        new OracleCase(
                "an attribute that is not there gives no label",
                "metricCustomizers: [{mbeanFilter: {domain: oracle}, attributesAsLabels: [None, Zone]}]")
            .with("oracle:type=Labelled", FixtureBean.of("Zone", "eu", "N", 7)),
        new OracleCase(
                "extra metrics go through the rules",
                """
                rules: [{pattern: '<type=(\\w+)><>(\\w+): (.*)', name: $1_$2, labels: {v: $3}, type: GAUGE}]
                metricCustomizers:
                - mbeanFilter: {domain: oracle, properties: {type: Extra}}
                  extraMetrics:
                  - {name: fixed, value: 17.5, description: A fixed number}
                  - {name: up, value: true, description: Whether}
                  - {name: text, value: some text, description: Nothing by itself}
                """)
            .with("oracle:type=Extra", FixtureBean.of("N", 7)),
        new OracleCase(
                "an extra metric has a default name and its description as help",
                """
                metricCustomizers:
                - mbeanFilter: {domain: oracle, properties: {type: Extra}}
                  extraMetrics: [{name: fixed, value: 3, description: A fixed number}]
                """)
            .with("oracle:type=Extra,name=n", FixtureBean.of("N", 7)),
        new OracleCase(
                "only the first customizer that applies counts",
                """
                metricCustomizers:
                - mbeanFilter: {domain: oracle, properties: {type: None}}
                  attributesAsLabels: [A]
                - mbeanFilter: {domain: oracle, properties: {type: Two}}
                  attributesAsLabels: [A]
                - mbeanFilter: {domain: oracle}
                  attributesAsLabels: [B]
                """)
            .with("oracle:type=Two,name=n", FixtureBean.of("A", 1, "B", 2)));
  }

  static Stream<OracleCase> nothing() {
    return Stream.of(
        pools("an empty list of includes selects nothing", "includeObjectNames: []"),
        pools(
            "an include that names no bean selects nothing",
            "includeObjectNames: ['oracle.c:type=Pool,name=x']"),
        pools(
            "an exclude of everything leaves nothing",
            "includeObjectNames: ['oracle.?:*']\nexcludeObjectNames: ['*:*']"));
  }
}
