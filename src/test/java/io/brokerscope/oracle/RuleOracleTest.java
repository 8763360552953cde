package io.brokerscope.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rule matches, and which names, labels, help text and type it gives. */
class RuleOracleTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"matching", "substitution", "naming", "defaults"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dropping")
  void exposesNothing(OracleCase oracleCase) {
    Comparison.assertBothEmpty(oracleCase);
  }

  private static OracleCase requests(String name, String rules) {
    return new OracleCase(name, rules)
        .with(
            "oracle.net:type=RequestMetrics,name=TotalTimeMs,request=Produce",
            FixtureBean.of("Count", 12L, "99thPercentile", 3.25))
        .with(
            "oracle.net:type=RequestMetrics,name=TotalTimeMs,request=Fetch",
            FixtureBean.of("Count", 7L, "99thPercentile", 0.5));
  }

  static Stream<OracleCase> matching() {
    return Stream.of(
        requests("a pattern is found anywhere in the line", "rules: [{pattern: 'thPercentile'}]"),
        requests("a pattern may begin at the domain", "rules: [{pattern: '^oracle.net<type='}]"),
        requests("a pattern may end with the value", "rules: [{pattern: 'Count: 12$'}]"),
        requests(
            "the first rule that matches wins",
            """
            rules:
            - {pattern: 'request=Fetch', name: fetch_$0}
            - {pattern: 'request=(\\w+)><>(\\w+)', name: 'other_$1_$2'}
            """),
        requests(
            "a rule without pattern takes what is left",
            "rules: [{pattern: 'Fetch><>Count', name: fetch}, {}]"),
        requests("no rules key means one rule for everything", ""),
        requests(
            "alternatives in a pattern are grouped",
            "rules: [{pattern: 'Produce><>Count|Fetch><>99thPercentile'}]"),
        requests(
            "a negative look-ahead leaves beans out",
            "rules: [{pattern: 'request=(?!Fetch)(\\w+)><>Count', name: produce_$1}]"),
        requests(
            "an inline flag makes a pattern blind to case",
            "rules: [{pattern: '(?i)REQUEST=FETCH><>count', name: fetch}]"),
        requests(
            "a pattern sees properties in the order they were declared",
            "rules: [{pattern: 'oracle.net<type=(.+), name=(.+), request=(.+)><>(.+):', name: $1_$2_$3_$4}]"),
        requests(
            "two greedy groups share a line as in Java",
            "rules: [{pattern: '<(.+)=(.+)><>(.+): ', name: 'm_$1_$3', labels: {v: $2}}]"),
        requests(
            "a back reference in a pattern works",
            "rules: [{pattern: 'T(o)tal.*=(\\w+)><>C\\1unt', name: 'round_$1_$2'}]"));
  }

  static Stream<OracleCase> substitution() {
    return Stream.of(
        requests(
            "a named group stands in name and label",
            "rules: [{pattern: 'request=(?<what>\\w+)><>(?<attr>\\w+)', name: 'm_${attr}', labels: {w: '${what}'}}]"),
        requests(
            "the whole line stands in a label",
            "rules: [{pattern: 'Count', name: m, labels: {line: $0}}]"),
        requests(
            "an escaped dollar is a dollar",
            "rules: [{pattern: '(\\w+)><>Count', name: m, labels: {price: '\\$1 $1'}}]"),
        requests(
            "an optional group that took no part is empty",
            "rules: [{pattern: '=(\\w+)><>(9)?(9)?(\\w+):', name: 'm_$1_$4', labels: {first: $2}}]"),
        requests(
            "the value can be captured into a label",
            "rules: [{pattern: '<>Count: (.*)', name: m, labels: {was: $1}}]"),
        requests(
            "the value can be taken from a group",
            "rules: [{pattern: '=(\\w+)><>(\\d+)thPercentile', name: m_$1, value: $2}]"),
        requests(
            "a digit after a group reference belongs to the text",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'm_$10'}]"),
        requests(
            "a label name may come from a group",
            "rules: [{pattern: '(\\w+)=(\\w+)><>Count', name: m, labels: {$1: $2}}]"),
        requests(
            "a label with an empty value is left out",
            "rules: [{pattern: '(\\w+)><>Count', name: m, labels: {a: '', b: $1}}]"),
        requests(
            "a label with an empty name is left out",
            "rules: [{pattern: '(\\w+)><>Count', name: m, labels: {'': x, b: $1}}]"),
        requests(
            "help is substituted",
            "rules: [{pattern: 'Produce><>(Count)', name: m, help: 'All the $1s \\\\ of it'}]"));
  }

  static Stream<OracleCase> naming() {
    return Stream.of(
        requests(
            "illegal characters and runs of underscores become one underscore",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'a--b__c.é $1', labels: {'x-y__z': v}}]"),
        requests(
            "a leading digit gets an underscore",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: '9$1', labels: {9a: v}}]"),
        requests(
            "a colon stays in a metric name",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'job:$1:sum'}]"),
        requests(
            "metric names are lowered on request",
            "lowercaseOutputName: true\nrules: [{pattern: 'request=(\\w+)><>Count', name: 'Req_$1', labels: {Kept: A}}]"),
        requests(
            "label names are lowered on request, values never",
            "lowercaseOutputLabelNames: true\nrules: [{pattern: 'request=(\\w+)><>Count', name: 'Req_$1', labels: {Lowered: A}}]"),
        requests(
            "a counter gets _total",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1', type: COUNTER}]"),
        requests(
            "a counter that has _total keeps it once",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1_total', type: COUNTER}]"),
        requests(
            "a gauge is a gauge",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1', type: GAUGE}]"),
        requests(
            "UNTYPED is no type",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1', type: UNTYPED}]"),
        requests(
            "a type in lower case is no type",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1', type: counter}]"),
        requests(
            "a name in _total becomes a counter on request",
            "inferCounterTypeFromName: true\nrules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1_total'}]"),
        requests(
            "a name in _total becomes a counter on request, even a gauge's",
            "inferCounterTypeFromName: true\nrules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1_total', type: GAUGE}]"),
        requests(
            "a counter is inferred after lowering",
            "inferCounterTypeFromName: true\nlowercaseOutputName: true\n"
                + "rules: [{pattern: 'request=(\\w+)><>Count', name: 'n_$1_TOTAL'}]"),
        requests(
            "types that disagree make a family untyped",
            """
            rules:
            - {pattern: 'request=(\\w+)><>Count', name: m, labels: {r: $1, a: c}, type: GAUGE}
            - {pattern: 'request=(\\w+)><>99', name: m, labels: {r: $1}}
            """),
        requests(
            "one family gathers series of several rules",
            """
            rules:
            - {pattern: 'request=(\\w+)><>Count', name: m, labels: {r: $1}, type: GAUGE}
            - {pattern: 'request=(\\w+)><>99', name: m, labels: {r: $1, quantile: '0.99'}, type: GAUGE}
            """),
        requests(
            "a quote, a backslash and a line break in a label value survive",
            "rules: [{pattern: 'request=(\\w+)><>Count', name: m, labels: {r: $1, odd: \"a\\\"b\\\\\\\\c\\nd\"}}]"));
  }

  static Stream<OracleCase> defaults() {
    return Stream.of(
        requests("the default name is domain, first property's value and attribute", "rules: [{}]"),
        requests("a pattern alone keeps the default name", "rules: [{pattern: 'Count: 7'}]"),
        requests(
            "the default name takes the type of the rule",
            "rules: [{pattern: 'Count', type: COUNTER}]"),
        requests("the attribute is in snake case on request", "rules: [{attrNameSnakeCase: true}]")
            .with("oracle.net:type=Acronym", FixtureBean.of("testTCPTest", 1, "AA", 2)),
        requests(
                "a pattern sees the attribute in snake case",
                "rules: [{pattern: 'request=(\\w+)><>test_tcptest', name: m_$1, attrNameSnakeCase: true}]")
            .with("oracle.net:request=Tcp", FixtureBean.of("testTCPTest", 1)),
        new OracleCase("an empty first property leaves no gap in the name", "")
            .with("oracle:name=,type=Empty", FixtureBean.of("V", 1)),
        new OracleCase("a quoted property keeps its quotes in label and line", "rules: [{}]")
            .with("oracle:type=Q,name=\"a,b=c:\\\"d\\\" \\\\ \\n\\*\\?\"", FixtureBean.of("V", 1)),
        new OracleCase("a quoted first property becomes part of the name", "")
            .with("oracle:name=\"a/b\",type=Q", FixtureBean.of("V", 1)),
        new OracleCase("odd domains and keys are made legal", "")
            .with("1 oracle-dömain/x:a b=c,Über-key=d;e", FixtureBean.of("an attr.ibute", 1)),
        new OracleCase("a description comes first in the default help", "")
            .with(
                "oracle:type=Help,name=Described",
                new FixtureBean(
                    List.of(
                        new FixtureBean.Attr("V", "int", "What it is", 1),
                        new FixtureBean.Attr("W", "int", null, 2),
                        new FixtureBean.Attr("X", "int", "", 3)))),
        new OracleCase("an underscore alone is a name", "rules: [{pattern: V, name: '--'}]")
            .with("oracle:type=U", FixtureBean.of("V", 1)));
  }

  static Stream<OracleCase> dropping() {
    return Stream.of(
        requests("an empty name drops what it matches", "rules: [{pattern: '.*', name: ''}, {}]"),
        requests(
            "a value that is no number drops", "rules: [{pattern: '.*', name: m, value: x}, {}]"),
        requests(
            "an empty captured value drops",
            "rules: [{pattern: '(x?)oracle', name: m, value: 'n$1'}]"),
        requests("an empty list of rules exposes nothing", "rules: []"),
        requests(
            "an ObjectName as pattern matches nothing",
            "rules: [{pattern: 'oracle.net:type=RequestMetrics'}]"),
        requests("a pattern that is null means the text null", "rules: [{pattern: }]"));
  }
}
