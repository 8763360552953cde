package io.brokerscope.oracle;

import static io.brokerscope.oracle.DeliberateDifferences.BRACKETS_IN_TEXTS;
import static io.brokerscope.oracle.DeliberateDifferences.CACHE_HAS_NO_EFFECT;
import static io.brokerscope.oracle.DeliberateDifferences.CUSTOMIZED_ONE_BY_ONE;
import static io.brokerscope.oracle.DeliberateDifferences.DECLARED_TEXTS;
import static io.brokerscope.oracle.DeliberateDifferences.DUPLICATE_LABELS;
import static io.brokerscope.oracle.DeliberateDifferences.ENUMS_WITH_A_BODY;
import static io.brokerscope.oracle.DeliberateDifferences.FIRST_DUPLICATE_WINS;
import static io.brokerscope.oracle.DeliberateDifferences.FOREIGN_DIGITS;
import static io.brokerscope.oracle.DeliberateDifferences.GLOBS_IN_ATTRIBUTE_FILTERS;
import static io.brokerscope.oracle.DeliberateDifferences.INCLUDED_JVM_DOMAINS;
import static io.brokerscope.oracle.DeliberateDifferences.NAMES_ARE_KEPT;
import static io.brokerscope.oracle.DeliberateDifferences.NEGATIVE_COUNTERS;
import static io.brokerscope.oracle.DeliberateDifferences.NO_COLON_IN_LABEL_NAMES;
import static io.brokerscope.oracle.DeliberateDifferences.NULL_IN_COMPOSITE_INDEX;
import static io.brokerscope.oracle.DeliberateDifferences.NULL_LABEL_ATTRIBUTES;
import static io.brokerscope.oracle.DeliberateDifferences.UNKNOWN_GROUPS;
import static io.brokerscope.oracle.DeliberateDifferences.VALUE_WITHOUT_PATTERN;

import io.brokerscope.oracle.FixtureBean.Attr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;

/** At least one case for each deliberate difference. */
final class Pins {
  private Pins() {}

  /** Those that rewriting explains. */
  static Stream<Pin> names() {
    OracleCase duplicates =
        new OracleCase("two beans, one series", "rules: [{pattern: N, name: n, type: GAUGE}]")
            .with("oracle:type=B", FixtureBean.of("N", 2))
            .with("oracle:type=A", FixtureBean.of("N", 1));
    return Stream.of(
        Pin.of(
            NAMES_ARE_KEPT,
            two("a gauge named _total", "rules: [{pattern: '(N|M)', name: $1_total, type: GAUGE}]"),
            List.of("gauge M 2.0", "gauge N 1.0"),
            List.of("gauge M_total 2.0", "gauge N_total 1.0")),
        Pin.of(
            NAMES_ARE_KEPT,
            two("a number named _info", "rules: [{pattern: '(N|M)', name: $1_info}]"),
            List.of("untyped M 2.0", "untyped N 1.0"),
            List.of("untyped M_info 2.0", "untyped N_info 1.0")),
        Pin.of(
            NAMES_ARE_KEPT,
            two(
                "families that differ in the suffix",
                "rules: [{pattern: N, name: x_created, labels: {a: b}, type: GAUGE}, {pattern: M, name: x_bucket}]"),
            List.of("untyped x 2.0", "untyped x{a=b} 1.0"),
            List.of("untyped x_bucket 2.0", "gauge x_created{a=b} 1.0")),
        Pin.of(
            NAMES_ARE_KEPT,
            two(
                "a counter and a gauge that differ in _total",
                "rules: [{pattern: N, name: x_total, labels: {a: b}, type: COUNTER}, {pattern: M, name: x, type: GAUGE}]"),
            List.of("untyped x 2.0", "untyped x{a=b} 1.0"),
            List.of("gauge x 2.0", "counter x_total{a=b} 1.0")),
        Pin.of(
            NAMES_ARE_KEPT,
            two(
                "a counter named _created",
                "rules: [{pattern: N, name: x_created, type: COUNTER}]"),
            List.of("counter x_total 1.0"),
            List.of("counter x_created_total 1.0")),
        Pin.of(
            FIRST_DUPLICATE_WINS,
            two("two attributes of one bean", "rules: [{pattern: '', name: n}]"),
            List.of(
                "untyped n{_objectname=oracle<type=Two><>M} 2.0",
                "untyped n{_objectname=oracle<type=Two><>N} 1.0"),
            List.of("untyped n 2.0")),
        Pin.of(
            FIRST_DUPLICATE_WINS,
            duplicates,
            List.of(
                "gauge n{_objectname=oracle<type=A><>N} 1.0",
                "gauge n{_objectname=oracle<type=B><>N} 2.0"),
            List.of("gauge n 1.0")),
        Pin.of(
            NO_COLON_IN_LABEL_NAMES,
            two(
                "a label name with colons",
                "rules: [{pattern: N, name: n, labels: {'a::b:_c': d}}]"),
            List.of("untyped n{a::b:_c=d} 1.0"),
            List.of("untyped n{a_b_c=d} 1.0")),
        Pin.of(
            FOREIGN_DIGITS,
            two("an Arabic digit", "rules: [{pattern: N, name: '\u0663n'}]"),
            List.of("untyped __n 1.0"),
            List.of("untyped _n 1.0")));
  }

  /** Those where jmx_exporter fails and we do not. */
  static Stream<Pin> failures() {
    OracleCase nullLabel =
        two(
                "attributesAsLabels on a bean with a null",
                "metricCustomizers: [{mbeanFilter: {domain: oracle}, attributesAsLabels: [Zone]}]")
            .with("oracle:type=Null", FixtureBean.of("Zone", null, "P", 3));
    Map<String, Object> index = new HashMap<>();
    index.put("id", 1);
    index.put("path", null);
    CompositeData row = OpenData.composite(Map.of("key", OpenData.composite(index), "n", 5));
    return Stream.of(
        Pin.of(
            FOREIGN_DIGITS,
            two(
                "an Arabic digit in a label name",
                "rules: [{pattern: N, name: n, labels: {'\u0663l': x}}]"),
            List.of(Pin.FAILS),
            List.of("untyped n{_l=x} 1.0")),
        Pin.of(
            NEGATIVE_COUNTERS,
            two("one of two is negative", "rules: [{type: COUNTER}]")
                .with("oracle:type=Bad", FixtureBean.of("N", -1)),
            List.of(Pin.FAILS),
            List.of("counter oracle_Two_M_total 2.0", "counter oracle_Two_N_total 1.0")),
        Pin.of(
            NEGATIVE_COUNTERS,
            new OracleCase(
                    "the first of two equal series is negative",
                    "rules: [{pattern: N, name: n, type: COUNTER}]")
                .with("oracle:type=A", FixtureBean.of("N", -1))
                .with("oracle:type=B", FixtureBean.of("N", 2)),
            List.of(Pin.FAILS),
            List.of("counter n_total 2.0")),
        Pin.of(
            DUPLICATE_LABELS,
            two(
                "two labels become the same",
                "rules: [{pattern: N, name: n, labels: {a-b: x, a_b: y}}, {}]"),
            List.of(Pin.FAILS),
            List.of("untyped n{a_b=x} 1.0", "untyped oracle_Two_M 2.0")),
        Pin.of(
            UNKNOWN_GROUPS,
            two("a third group of two", "rules: [{pattern: '(N)(:)', name: n_$3}, {}]"),
            List.of(Pin.FAILS),
            List.of("untyped oracle_Two_M 2.0")),
        Pin.of(
            NULL_LABEL_ATTRIBUTES,
            nullLabel,
            List.of(Pin.FAILS),
            List.of(
                "untyped oracle_Null_P 3.0",
                "untyped oracle_Two_M 2.0",
                "untyped oracle_Two_N 1.0")),
        Pin.of(
            VALUE_WITHOUT_PATTERN,
            two("a constant for everything", "rules: [{value: 7}]"),
            List.of(Pin.FAILS),
            List.of("untyped oracle_Two_M 7.0", "untyped oracle_Two_N 7.0")),
        Pin.of(
            NULL_IN_COMPOSITE_INDEX,
            new OracleCase("a row whose key lacks a part", "")
                .with(
                    "oracle:type=T",
                    FixtureBean.of("A", OpenData.table(List.of("key"), List.of(row)))),
            List.of(Pin.FAILS),
            List.of("untyped oracle_T_A_n{key_id=1} 5.0")));
  }

  /** Those where each side does something else. */
  static Stream<Pin> choices() {
    return Stream.of(
        Pin.of(
            ENUMS_WITH_A_BODY,
            new OracleCase(
                    "a constant that overrides a method",
                    "rules: [{pattern: 'E: (\\w+)', name: e_$1, value: 1}]")
                .with("oracle:type=E", FixtureBean.of("E", Shape.ROUND))
                .with("oracle:type=F", FixtureBean.of("E", Shape.FLAT)),
            List.of("untyped e_FLAT 1.0"),
            List.of("untyped e_FLAT 1.0", "untyped e_round 1.0")),
        Pin.of(
            CACHE_HAS_NO_EFFECT,
            two(
                "a captured value",
                "rules: [{pattern: 'N: (.*)', name: n, labels: {was: $1}, cache: true}]"),
            List.of("untyped n{was=<cache>} 1.0"),
            List.of("untyped n{was=1} 1.0")),
        Pin.of(
            GLOBS_IN_ATTRIBUTE_FILTERS,
            two("an excluded pattern", "excludeObjectNameAttributes: {'oracle:type=T*': ['M*']}"),
            List.of("untyped oracle_Two_M 2.0", "untyped oracle_Two_N 1.0"),
            List.of("untyped oracle_Two_N 1.0")),
        Pin.of(
            INCLUDED_JVM_DOMAINS,
            new OracleCase(
                    "an included one",
                    "includeObjectNames: ['sun.management:*']\nexcludeJvmMetrics: true")
                .with("sun.management:type=Oracle", FixtureBean.of("V", 1)),
            List.of(""),
            List.of("untyped sun_management_Oracle_V 1.0")),
        Pin.of(
            DECLARED_TEXTS,
            new OracleCase("a number from a declared String", "")
                .with(
                    "oracle:type=Wrong",
                    new FixtureBean(List.of(new Attr("V", "java.lang.String", "V", 1.5)))),
            List.of("untyped oracle_Wrong_V 1.5"),
            List.of("")),
        Pin.of(
            BRACKETS_IN_TEXTS,
            new OracleCase(
                    "a text of markup", "rules: [{pattern: '<b>bold', name: bold, value: 1}]")
                .with("oracle:type=Markup", FixtureBean.of("V", "so <b>bold</b>")),
            List.of("untyped bold 1.0"),
            List.of("")),
        Pin.of(
            CUSTOMIZED_ONE_BY_ONE,
            new OracleCase(
                    "a bean that refuses getAttributes",
                    "metricCustomizers: [{mbeanFilter: {domain: oracle}, attributesAsLabels: [Zone]}]")
                .with("oracle:type=Shy", new OneByOneBean()),
            List.of("untyped oracle_Shy_N 1.0"),
            List.of("untyped oracle_Shy_N{Zone=eu} 1.0")));
  }

  private static OracleCase two(String name, String yaml) {
    return new OracleCase(name, yaml).with("oracle:type=Two", FixtureBean.of("N", 1, "M", 2));
  }

  private enum Shape {
    FLAT,
    ROUND {
      @Override
      public String toString() {
        return "round";
      }
    }
  }
}
