package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Label;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule without a name gives. Expectations are those of jmx_exporter's documentation. */
class DefaultNamesTest {
  private static final Deciding DEFAULTS = Deciding.by("{}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          java.lang:type=Threading      | Count     | java_lang_Threading_Count
          d:type=T,name=N               | Value     | d_T_Value{name="N"}
          d:name=N,type=T               | Value     | d_N_Value{type="T"}
          d:type=T,b=2,a=1              | Value     | d_T_Value{b="2",a="1"}
          d:type=                       | Value     | d_Value
          d:type=,name=N                | Value     | d_Value{name="N"}
          d:type=T,client-id=x          | Value     | d_T_Value{client_id="x"}
          d:type=T,a="q,r"              | Value     | d_T_Value{a="\\"q,r\\""}
          d:type=T,1st=x                | Value     | d_T_Value{_1st="x"}
          1.d:type=T                    | Value     | _1_d_T_Value
          d:type=T,a.b=1,a-b=2          | Value     | d_T_Value{a_b="1"}
          d:type=T                      | a__b-c    | d_T_a_b_c
          d:type=T                      | request-total | d_T_request_total
          """)
  void nameAndLabelsComeFromTheObjectName(String objectName, String attribute, String line) {
    assertEquals(line, DEFAULTS.line(objectName, attribute));
  }

  @Test
  void thePathStandsBetweenFirstPropertyAndAttribute() {
    Leaf used = leaf("java.lang:type=Memory", List.of("HeapMemoryUsage", "inner"), "used", null);
    assertEquals("java_lang_Memory_HeapMemoryUsage_inner_used", DEFAULTS.line(used));
  }

  @Test
  void labelsOfAttributesComeLast() {
    MBeanIdentity bean =
        MBeanIdentity.of(Deciding.objectName("d:type=T,name=N"))
            .withAttributeLabels(List.of(new Label("zone", "eu"), new Label("name", "other")));
    assertEquals(
        "d_T_Value{name=\"N\",zone=\"eu\"}",
        DEFAULTS.line(new Leaf(bean, List.of(), "Value", null)));
  }

  @Test
  void helpNamesDomainNameTypeAndAttribute() {
    assertEquals(
        "d:name=N,type=T,attribute=Value", help(leaf("d:type=T,name=N", List.of(), "Value", null)));
  }

  @Test
  void helpSaysNullForAMissingNameOrType() {
    assertEquals(
        "d:name=null,type=null,attribute=Value", help(leaf("d:a=b", List.of(), "Value", null)));
  }

  @Test
  void helpBeginsWithADescriptionThatSaysMoreThanTheName() {
    assertEquals(
        "How many. d:name=null,type=T,attribute=Value",
        help(leaf("d:type=T", List.of(), "Value", "How many.")));
  }

  @Test
  void helpLeavesOutADescriptionThatIsTheName() {
    assertEquals(
        "d:name=null,type=T,attribute=Value", help(leaf("d:type=T", List.of(), "Value", "Value")));
  }

  @Test
  void aSnakeCaseRuleConvertsTheAttributeOnly() {
    Deciding rules = Deciding.by("rules: [{attrNameSnakeCase: true}]");
    Leaf used = leaf("d:type=OneTwo", List.of("HeapUsage"), "testTCPTest", null);
    assertEquals("d_OneTwo_HeapUsage_test_tcptest", rules.line(used));
  }

  @Test
  void lowercaseNamesLeaveLabelNamesAlone() {
    Deciding rules = Deciding.by("lowercaseOutputName: true");
    assertEquals("d_t_value{Name=\"N\"}", rules.line("d:type=T,Name=N", "Value"));
  }

  @Test
  void lowercaseLabelNamesLeaveLabelValuesAlone() {
    Deciding rules = Deciding.by("lowercaseOutputLabelNames: true");
    assertEquals("d_T_Value{name=\"N\"}", rules.line("d:type=T,Name=N", "Value"));
  }

  private static Leaf leaf(
      String objectName, List<String> path, String attribute, String description) {
    return new Leaf(
        MBeanIdentity.of(Deciding.objectName(objectName)), path, attribute, description);
  }

  private static String help(Leaf leaf) {
    return DEFAULTS.spec(leaf).family().help();
  }
}
