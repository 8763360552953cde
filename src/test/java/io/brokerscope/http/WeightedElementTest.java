package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightedElementTest {
  @Test
  void separatorsInQuotedStringsSeparateNothing() {
    assertEquals(
        List.of(
            new WeightedElement("a/b", Map.of("p", "x,y;z\"w"), 0.5),
            new WeightedElement("c/d", Map.of(), 1)),
        WeightedElement.parse(List.of("a/b;p=\"x,y;z\\\"w\";q=0.5,c/d")));
  }

  @Test
  void whiteSpaceAroundPartsIsIgnored() {
    assertEquals(
        List.of(new WeightedElement("a/b", Map.of("v", "1"), 0.25)),
        WeightedElement.parse(List.of("  A/B ;\tv=1 ; Q=0.25 ")));
  }

  @Test
  void anUnfinishedQuotedStringEndsWithTheHeader() {
    assertEquals(
        List.of(new WeightedElement("a/b", Map.of("p", "\"x,c/d"), 1)),
        WeightedElement.parse(List.of("a/b;p=\"x,c/d")));
  }

  @Test
  void theFirstOfTwoEqualParametersCounts() {
    assertEquals(
        List.of(new WeightedElement("a/b", Map.of("v", "1"), 1)),
        WeightedElement.parse(List.of("a/b;v=1;v=2")));
  }

  /** Whatever a client sends, reading it gives elements with legal weights. */
  @Test
  void randomHeadersNeverFail() {
    Random random = new Random(20261122);
    String alphabet = "a/*;,=q01.\" \\é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        header.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (WeightedElement element : WeightedElement.parse(List.of(header.toString()))) {
        assertTrue(element.weight() >= 0 && element.weight() <= 1, header.toString());
      }
    }
  }
}
