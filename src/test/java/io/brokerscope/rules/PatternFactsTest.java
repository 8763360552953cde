package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternFactsTest {
  private static final String LINE = "kafka.server<type=A, name=B><>Value: ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<>(?=Value)",
        "<>((?!current-state|[\\w-]*directory-id)[\\w-]+)",
        "(?<=<>)Value",
        "",
        ".*",
        ".+",
        "<>Value",
        "<>Value$",
        "<>Value:",
        "<>Value: ",
        "kafka.server<type=(.+), name=(.+)><>Value",
        "kafka.server<type=(.+), name=(.+)><>(Count|Value)",
        "<>(\\w+):",
        "<>([^:]+)",
        "<>(\\d+)thPercentile",
        "type=(.+)PerSec\\w*, name=(.+)><>Count",
        "java.lang<type=Memory><(\\w+)>used",
        "kafka(\\.server)?<",
        "(?:Log|Store)<",
        "^kafka",
        "Value\\b",
        "[^:]*<type=A"
      })
  void isBlindToNumbers(String pattern) {
    assertTrue(PatternScanner.scan(pattern).blindToNumbers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Value.*77",
        "Value: 77",
        "<>(.+): (.*)",
        "<>Value(.*)",
        "<>Value: (\\d+)",
        "<>Value:? ?7",
        "<>Value[^a]+",
        "<>Value\\W+",
        "<>Value(: 7)?",
        "<>Value(x|:.*)",
        "<>Value(?:a|: )*7",
        "\\d+",
        "(\\w+)",
        "nan",
        "true",
        "Infinity",
        "V?7",
        "(?i)<>value",
        "<>(?=.*7)Value",
        "^(?!.*7$)kafka",
        "<>Value: (?=7)",
        "(V)\\1",
        "\\QValue: 7\\E",
        "\\x56alue"
      })
  void mayLookAtTheNumber(String pattern) {
    assertFalse(PatternScanner.scan(pattern).blindToNumbers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<>Value",
        "Value: 1",
        "Value: -?\\d+",
        "e: NaN",
        "x?<>Value",
        "(?:x|y|k)afka",
        "[]<]>Value",
        "[^]x]Value",
        "(xyz){0}Value",
        "(xyz)*Value",
        "(?i)VALUE",
        "V\\w+: [0-9]"
      })
  void canMatchANumberOfAnAttributeItMatches(String pattern) {
    assertTrue(PatternScanner.scan(pattern).canMatchNumber(LINE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<>Count", "type=B", "Value: x", "kafka\\.log", "(xyz)+Value", "<x>"})
  void knowsThatALiteralIsMissing(String pattern) {
    assertFalse(PatternScanner.scan(pattern).canMatchNumber(LINE));
  }

  @Test
  void literalsAreWhatEveryMatchContains() {
    PatternFacts facts = PatternScanner.scan("kafka\\.(\\w+)<type=(a|b), na+me=x?y{2}(z)*><>Val");
    assertEquals(List.of("kafka.", "<type=", ", na", "me=", "y", "><>Val"), facts.literals());
  }

  @Test
  void aTextMayContinueALiteralThatBeginsInTheKnownPart() {
    PatternFacts facts = PatternScanner.scan("Value: RUNNING");
    assertTrue(facts.canMatchText(LINE));
  }

  @Test
  void aTextCannotHoldTheBracketsOfTheLine() {
    PatternFacts facts = PatternScanner.scan("<>Other");
    assertFalse(facts.canMatchText(LINE));
  }

  @Test
  void aQuantifiedCharacterBeyondTheBasicPlaneIsNoLiteral() {
    assertTrue(PatternScanner.scan("\uD83D\uDE00?Value").canMatchNumber(LINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^kafka\\.server<type=A kafka.server<type=A",
        "^kafka\\.(?:log|server)< kafka.",
        "^kafka\\.server<type=([^,]+) kafka.server<type=",
        "^kafkas?\\.server kafka",
        "^ka+fka ka",
        "^(kafka) ''",
        "^kafka|log ''",
        "(?:^kafka) ''",
        "^?kafka ''",
        "kafka ''",
        "x*^kafka ''",
        "(?i)^kafka ''"
      })
  void a_line_begins_as_the_pattern_says(String pattern, String beginning) {
    assertEquals(beginning, PatternScanner.scan(pattern).beginning());
  }

  @Test
  void a_line_that_is_known_in_part_may_go_on_as_the_pattern_wants() {
    PatternFacts facts = PatternScanner.scan("^kafka\\.server<type=A");

    assertTrue(facts.canBegin("kafka.server<"));
    assertTrue(facts.canBegin("kafka.server<type=A, name=B"));
    assertFalse(facts.canBegin("kafka.server<type=B"));
    assertFalse(facts.canBegin("my.kafka.server<type=A"));
  }
}
