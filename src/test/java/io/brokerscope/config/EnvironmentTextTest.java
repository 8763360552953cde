package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTextTest {
  private static final EnvironmentText TEXT =
      new EnvironmentText(Map.of("A", "1", "_b2", "two", "EMPTY", "", "MONEY", "$1\\")::get);

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "'', ''",
    "${A}, 1",
    "x${A}y${_b2}z, x1ytwoz",
    "${EMPTY}, ''",
    "${EMPTY:-d}, d",
    "${A:-d}, 1",
    "${NO:-d e f}, d e f",
    "${NO:-}, ''",
    "${NO:-${A}}, ${A}",
    "$A, $A",
    "${}, ${}",
    "${1}, ${1}",
    "${A-d}, ${A-d}",
    "${A:d}, ${A:d}",
    "${A, ${A",
    "${A:-d, ${A:-d",
    "$${A}, $1",
    "${${A}}, ${1}",
    "\\${A}, \\${A}",
    "\\\\${A}, \\\\1",
    "\\\\\\${A}, \\\\\\${A}",
    "${Ä}, ${Ä}"
  })
  void referencesAreReplacedAndTheRestStays(String text, String expanded) {
    assertEquals(expanded, TEXT.expand(text));
  }

  @Test
  void theFirstUnsetVariableIsFound() {
    assertEquals(Optional.of("NO"), TEXT.firstUnset("${A} ${X:-y} \\${ESCAPED} ${NO} ${NEITHER}"));
  }

  @Test
  void nothingIsUnsetWhereAllIsSetOrHasADefault() {
    assertEquals(Optional.empty(), TEXT.firstUnset("${A} ${EMPTY} ${X:-} ${1}"));
  }

  @Test
  void aGroupIsNoReference() {
    assertEquals("${A} two", TEXT.expandReplacement("${A} ${_b2}", Set.of("A")));
  }

  @Test
  void aDefaultMakesAReferenceOfAGroupsName() {
    assertEquals("1", TEXT.expandReplacement("${A:-x}", Set.of("A")));
  }

  @Test
  void aDefaultInAReplacementKeepsTheRuleLanguage() {
    assertEquals("$1", TEXT.expandReplacement("${NO:-$1}", Set.of()));
  }

  @Test
  void aValueInAReplacementIsLiteral() {
    assertEquals("\\$1\\\\", TEXT.expandReplacement("${MONEY}", Set.of()));
  }

  @Test
  void aValueInAPatternIsTakenAsItIs() {
    assertEquals("[$1\\]", TEXT.expandPattern("[${MONEY}]", Set.of()));
  }

  @Test
  void groupNamesAreFoundAndLookaroundsAreNot() {
    assertEquals(
        Set.of("a", "B2"), EnvironmentText.groupNames("(?<a>x)(?<B2>y)(?<=z)(?<!z)(?:w)(v)"));
  }

  /** A quadratic search would take hours for this; a megabyte is the most a file can hold. */
  @Test
  void unfinishedReferencesAreReadInOnePass() {
    String text = "${A:-".repeat(200_000);
    assertEquals(text, TEXT.expand(text));
  }
}
