package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which patterns may match inside {@code d:type=T}'s attribute {@code Info}, key {@code after}. */
class InnerLinesTest {
  private static final Leaf AFTER =
      new Leaf(MBeanIdentity.of(Deciding.objectName("d:type=T")), List.of("Info"), "after", null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d<type=T><Info, after>used: 7",
        "d<type=T, key=Eden><Info, after>used: 7",
        "d<type=T, key=Eden, key_=x><Info, after, more>used: 7",
        "d<type=T, key=Eden><Info>after: 7"
      })
  void everyPieceOfAPossibleLineIsPossible(String line) {
    InnerLines lines = InnerLines.of(AFTER, "after");
    for (int from = 0; from < line.length(); from++) {
      for (int to = from; to <= line.length(); to++) {
        String piece = line.substring(from, to);
        assertTrue(lines.canContain(piece), piece);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c<",
        "d<name=",
        "<type=T2",
        "<type=T><>",
        "<Info, before>",
        "<Other>",
        "<Info, afte>",
        "<<",
        "<a><b><c",
        "<type=T><Infos",
        "><Info, after2>",
        "><Info>before",
        "<Info>afterwards"
      })
  void anythingElseIsNot(String literal) {
    assertFalse(InnerLines.of(AFTER, "after").canContain(literal), literal);
  }
}
