package io.brokerscope.oracle;

import static io.brokerscope.oracle.OpenData.composite;
import static io.brokerscope.oracle.OpenData.table;

import io.brokerscope.oracle.FixtureBean.Attr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Composite and tabular attributes: paths, rows, index columns. */
class OpenDataOracleTest {
  private static final String ALL = "rules: [{}]";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"composites", "tables"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  private static OracleCase memory(String name, String rules) {
    Map<String, Object> usage = Map.of("used", 12L, "max", -1L, "state", "ok", "on", true);
    return new OracleCase(name, rules)
        .with("oracle:type=Memory", FixtureBean.of("HeapMemoryUsage", composite(usage)));
  }

  static Stream<OracleCase> composites() {
    Map<String, Object> partlyNull = new HashMap<>();
    partlyNull.put("none", null);
    partlyNull.put("some", 1);
    CompositeData inner = composite(Map.of("deep", 2, "er", 3.5));
    return Stream.of(
        memory("each key of a composite is a series", ALL),
        memory(
            "a rule sees the path of a composite key",
            "rules: [{pattern: '<type=(\\w+)><(\\w+)>(\\w+): ', name: $1_$2_$3}]"),
        memory(
            "a rule may want one key only",
            "rules: [{pattern: '<HeapMemoryUsage>used', name: used}]"),
        memory(
            "a text in a composite is exposed by a rule that gives a value",
            "rules: [{pattern: 'state: (\\w+)', name: state, value: 1, labels: {state: $1}}]"),
        memory(
            "snake case applies to a composite key, not to the path",
            "rules: [{attrNameSnakeCase: true}]"),
        new OracleCase("a composite in a composite has a longer path", ALL)
            .with("oracle:type=Nested", FixtureBean.of("A", composite(Map.of("b", inner, "c", 1)))),
        new OracleCase(
                "a rule sees a longer path",
                "rules: [{pattern: '<(\\w+), (\\w+)>(\\w+)', name: '$3_of_$2_of_$1'}]")
            .with("oracle:type=Nested", FixtureBean.of("A", composite(Map.of("b", inner, "c", 1)))),
        new OracleCase(
                "a rule may spell a longer path out",
                "rules: [{pattern: 'Nested><A, b>deep', name: deep}]")
            .with("oracle:type=Nested", FixtureBean.of("A", composite(Map.of("b", inner, "c", 1)))),
        new OracleCase("an Optional may hold a composite", "rules: [{pattern: '<A>n', name: n}]")
            .with("oracle:type=Opt", FixtureBean.of("A", Optional.of(composite(Map.of("n", 1))))),
        new OracleCase(
                "a composite may be declared by its class",
                "rules: [{pattern: '<A>deep', name: n}]")
            .with(
                "oracle:type=Declared",
                new FixtureBean(List.of(new Attr("A", inner.getClass().getName(), "A", inner)))),
        new OracleCase("a null in a composite is nothing", ALL)
            .with("oracle:type=Partly", FixtureBean.of("A", composite(partlyNull))),
        new OracleCase("a composite's values are scaled", "rules: [{valueFactor: 0.5}]")
            .with("oracle:type=Scaled", FixtureBean.of("A", composite(Map.of("n", 3, "b", true)))),
        new OracleCase("a table in a composite has rows", ALL)
            .with(
                "oracle:type=Mixed",
                FixtureBean.of("A", composite(Map.of("t", map("x", 1, "y", 2), "n", 3)))));
  }

  /** The view of a map as a table: columns {@code key} and {@code value}. */
  private static TabularData map(String key, Object value, String key2, Object value2) {
    return table(
        List.of("key"),
        List.of(
            composite(Map.of("key", key, "value", value)),
            composite(Map.of("key", key2, "value", value2))));
  }

  private static TabularData disks() {
    return table(
        List.of("host", "disk"),
        List.of(
            composite(Map.of("host", "a", "disk", 0, "free", 10L, "name", "sda", "up", true)),
            composite(Map.of("host", "a", "disk", 1, "free", 20L, "name", "sdb", "up", false))));
  }

  static Stream<OracleCase> tables() {
    CompositeData where = composite(Map.of("class", "q", "line", 4));
    TabularData byComposite =
        table(List.of("at"), List.of(composite(Map.of("at", where, "count", 5))));
    TabularData nested =
        map("outer", map("inner", 1, "other", 2), "outer2", map("inner", 3, "other", 4));
    return Stream.of(
        new OracleCase("index columns become labels, other columns series", ALL)
            .with("oracle:type=Disks", FixtureBean.of("Disks", disks())),
        new OracleCase(
                "a rule sees index columns as properties",
                "rules: [{pattern: 'host=(\\w+), disk=(\\w+)><(\\w+)>(\\w+): ', name: $3_$4, labels: {d: $1$2}}]")
            .with("oracle:type=Disks", FixtureBean.of("Disks", disks())),
        new OracleCase(
                "a text column is exposed by a rule that gives a value",
                "rules: [{pattern: 'disk=(\\d)><.*name: (\\w+)', name: disk, value: $1, labels: {name: $2}}]")
            .with("oracle:type=Disks", FixtureBean.of("Disks", disks())),
        new OracleCase(
                "a rule may spell a row out",
                "rules: [{pattern: 'disk=0><Disks>free', name: free}]")
            .with("oracle:type=Disks", FixtureBean.of("Disks", disks())),
        new OracleCase(
                "a rule may spell out the row that stands for its table",
                "rules: [{pattern: 'key=x><>A: ', name: x}]")
            .with("oracle:type=Map", FixtureBean.of("A", map("x", 1, "y", 2))),
        new OracleCase("a column called value leaves its name out", ALL)
            .with("oracle:type=Map", FixtureBean.of("A", map("x", 1, "y", 2))),
        new OracleCase("a column called VALUE leaves its name out too", ALL)
            .with(
                "oracle:type=Map",
                FixtureBean.of(
                    "A", table(List.of("k"), List.of(composite(Map.of("k", "x", "VALUE", 1)))))),
        new OracleCase("a table in a table has the keys of both", ALL)
            .with("oracle:type=Nested", FixtureBean.of("A", nested)),
        new OracleCase("an index column whose name is taken gets an underscore", ALL)
            .with("oracle:type=Taken,key=mine", FixtureBean.of("A", map("x", 1, "y", 2))),
        new OracleCase("a composite index column becomes a label for each part", ALL)
            .with("oracle:type=Queries", FixtureBean.of("RunningQueries", byComposite)),
        new OracleCase("a composite in a row has a path", ALL)
            .with(
                "oracle:type=Rows",
                FixtureBean.of(
                    "A", map("x", composite(Map.of("n", 1)), "y", composite(Map.of("n", 2))))),
        new OracleCase(
                "the first property of a bean names its rows too",
                "rules: [{pattern: 'inner', attrNameSnakeCase: true}]")
            .with("oracle:zone=B,name=c", FixtureBean.of("MixedCase", map("inner", 1, "o", 2))));
  }
}
