package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Reasons REASONS =
      Reasons.of(Stream.of("a.* | it begins with a", "ab | never the first", "b|c | b or c"));

  @Test
  void the_first_entry_that_matches_the_whole_text_counts() {
    assertEquals(Optional.of("it begins with a"), REASONS.reasonFor("ab"));
    assertEquals(Optional.of("b or c"), REASONS.reasonFor("c"));
    assertEquals(Optional.empty(), REASONS.reasonFor("cc"));
  }

  @Test
  void an_entry_that_is_no_text_s_reason_is_idle() {
    assertEquals(List.of("ab", "b|c"), REASONS.idle(List.of("ab", "x")));
  }
}
