package io.brokerscope.oracle;

import io.brokerscope.oracle.FixtureBean.Attr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How values of each Java type become numbers, or do not. */
class ValueOracleTest {
  private static final String AS_IT_IS = "rules: [{pattern: 'type=(\\w+)><>(\\w+)', name: $1_$2}]";
  private static final String TIMES_1000 =
      "rules: [{pattern: 'type=(\\w+)><>(\\w+)', name: $1_$2, valueFactor: 1000}]";
  private static final String AS_ONE =
      "rules: [{pattern: '<>Text: (.*)', name: text, value: 1, labels: {text: $1}}]";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"numbers", "factors", "texts"})
  void exposesTheSame(OracleCase oracleCase) {
    Comparison.assertSameAndNotEmpty(oracleCase);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothing")
  void exposesNothing(OracleCase oracleCase) {
    Comparison.assertBothEmpty(oracleCase);
  }

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  static Stream<OracleCase> numbers() {
    return Stream.of(
        value("an int is its number", 42),
        value("a long above 2^53 is rounded", 9007199254740993L),
        value("a float is widened", 0.1f),
        value("a BigInteger is rounded", BigInteger.TWO.pow(100)),
        value("a BigDecimal is rounded", new BigDecimal("0.1000000000000000000001")),
        value("an AtomicLong is its number", new AtomicLong(-3)),
        value("negative zero keeps its sign", -0.0),
        value("NaN is NaN", Double.NaN),
        value("infinity is infinity", Double.POSITIVE_INFINITY),
        value("the smallest double is kept", Double.MIN_VALUE),
        value("true is one", true),
        value("false is zero", false),
        value("a Date is seconds", new Date(1_700_000_000_123L)),
        value("an Optional is what it holds", Optional.of(8)),
        value("an Optional of a Boolean is a Boolean", Optional.of(true)),
        new OracleCase("NaN and infinity may be counters", "rules: [{type: COUNTER}]")
            .with("oracle:type=NaN", FixtureBean.of("V", Double.NaN))
            .with("oracle:type=Inf", FixtureBean.of("V", Double.POSITIVE_INFINITY)),
        new OracleCase("an attribute declared Object is what it returns", AS_IT_IS)
            .with(
                "oracle:type=Gauge",
                new FixtureBean(List.of(new Attr("Value", "java.lang.Object", "Value", 1.5)))),
        new OracleCase("an attribute declared wrongly is what it returns", AS_IT_IS)
            .with(
                "oracle:type=Wrong",
                new FixtureBean(
                    List.of(
                        new Attr("A", "double", "A", "text"),
                        new Attr("B", "java.lang.Boolean", "B", 1.5),
                        new Attr("C", "int", "C", true)))),
        new OracleCase(
                "a bean without a number leaves the series to the next",
                "rules: [{pattern: N, name: n}]")
            .with("oracle:type=A", FixtureBean.of("N", null))
            .with("oracle:type=B", FixtureBean.of("N", 2)),
        new OracleCase("a getter that throws costs its own attribute only", AS_IT_IS)
            .with(
                "oracle:type=Throws",
                FixtureBean.of("Bad", new IllegalStateException("not now"), "Good", 1)));
  }

  private static OracleCase value(String name, Object value) {
    return new OracleCase(name, AS_IT_IS).with("oracle:type=V", FixtureBean.of("Value", value));
  }

  @SuppressWarnings("JavaUtilDate") // It is what MBeans return.
  static Stream<OracleCase> factors() {
    return Stream.of(
        new OracleCase("a factor multiplies numbers and dates but no Booleans", TIMES_1000)
            .with("oracle:type=F", FixtureBean.of("D", 0.345, "B", true))
            .with("oracle:type=G", FixtureBean.of("T", new Date(1_234_567L), "N", -1)),
        new OracleCase(
                "a factor multiplies as a double does",
                "rules: [{pattern: V, name: v, valueFactor: 0.001}]")
            .with("oracle:type=F", FixtureBean.of("V", 345)),
        new OracleCase(
                "a factor multiplies a value that the rule gives",
                "rules: [{pattern: V, name: v, value: 3, valueFactor: 0.5}]")
            .with("oracle:type=F", FixtureBean.of("V", 345)),
        new OracleCase(
                "a factor multiplies a value that the rule gives, also for a Boolean",
                "rules: [{pattern: V, name: v, value: 3, valueFactor: 0.5}]")
            .with("oracle:type=F", FixtureBean.of("V", true)),
        new OracleCase(
                "a value may be written in any way Java reads a double",
                "rules: [{pattern: 'V=([^>]+)', name: 'v_$1', value: ' $1 '}]")
            .with("oracle:V=0x1p4", FixtureBean.of("A", 1))
            .with("oracle:V=1e3d", FixtureBean.of("A", 1))
            .with("oracle:V=NaN", FixtureBean.of("A", 1)),
        new OracleCase(
                "a YAML number as value is read as text",
                "rules: [{pattern: V, name: v, value: 1.50}]")
            .with("oracle:type=F", FixtureBean.of("V", 345)));
  }

  static Stream<OracleCase> texts() {
    return Stream.of(
        text("a text is exposed by a rule that gives a value", "running"),
        text("a text with colon and quotes is a label as it is", "a: \"b\" <c>, d=e"),
        text("an enum constant is its text", TimeUnit.DAYS),
        text("an empty text matches like any other", ""),
        new OracleCase(
                "a number inside a text can be captured",
                "rules: [{pattern: '<>Text: v(\\d+)', name: version, value: $1}]")
            .with("oracle:type=T", FixtureBean.of("Text", "v17.0")),
        new OracleCase(
                "a text without a rule of its own leaves its neighbours alone",
                "rules: [{pattern: '<>(\\w+)', name: $1}]")
            .with("oracle:type=T", FixtureBean.of("Text", "42", "N", 42)),
        new OracleCase(
                "a text with a line break matches a rule without pattern",
                "rules: [{pattern: 'N:', name: n}, {}]")
            .with("oracle:type=T", FixtureBean.of("Text", "a\nb", "N", 42)),
        new OracleCase(
                "a rule sees numbers as Java writes them",
                "rules: [{pattern: '<>(\\w+): ([^ ]+)$', name: $1, labels: {shown: $2}}]")
            .with("oracle:type=A", FixtureBean.of("D", 1e21, "F", 1.0f))
            .with("oracle:type=B", FixtureBean.of("B", true, "I", new BigDecimal("1E+3")))
            .with("oracle:type=C", FixtureBean.of("N", Double.NaN, "M", -0.0)),
        new OracleCase(
                "a rule can ask for a value",
                "rules: [{pattern: '<>(\\w+): [1-4]$', name: small_$1}, {pattern: '<>(\\w+)', name: big_$1}]")
            .with("oracle:type=A", FixtureBean.of("A", 3, "B", 7)));
  }

  private static OracleCase text(String name, Object value) {
    return new OracleCase(name, AS_ONE)
        .with("oracle:type=T", FixtureBean.of("Text", value, "Other", "elsewhere"));
  }

  static Stream<OracleCase> nothing() throws Exception {
    return Stream.of(
        value("null is nothing", null),
        value("a text without a given value is nothing, be it a number", "42"),
        value("an enum constant without a given value is nothing", TimeUnit.DAYS),
        value("an array is nothing", new int[] {1}),
        value(
            "an array of composites is nothing", new Object[] {OpenData.composite(Map.of("k", 1))}),
        value("an empty Optional is nothing", Optional.empty()),
        value("an OptionalInt is nothing", OptionalInt.of(1)),
        value("a Character is nothing", 'c'),
        value("a List is nothing", List.of(1)),
        value("a Map is nothing", Map.of("k", 1)),
        value("a Duration is nothing", Duration.ofSeconds(1)),
        value("an ObjectName is nothing", new ObjectName("a:b=c")),
        new OracleCase("an unsupported type stays nothing when the rule gives a value", AS_ONE)
            .with("oracle:type=T", FixtureBean.of("Text", 'c')),
        new OracleCase("a text with a line break matches no pattern", AS_ONE)
            .with("oracle:type=T", FixtureBean.of("Text", "a\nb")));
  }
}
