package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleCommentsTest {
  private static final RuleComments COMMENTS =
      new RuleComments(
          """
          # Only a heading of the file.

          - pattern: first
          # Kafka spells it so.
          # On brokers with
          # tiered storage.
          - pattern: second
            name: x
          - pattern: third
          # One family.
          - pattern: fourth
          # Once it has happened.

          - pattern: fifth
          """
              .lines()
              .toList());

  @Test
  void an_empty_line_ends_what_a_comment_stands_for() {
    assertEquals(Optional.empty(), COMMENTS.whereRuleMatches(3));
    assertEquals(Optional.empty(), COMMENTS.whereRuleMatches(14));
  }

  @Test
  void a_comment_stands_for_the_rules_below_it() {
    Optional<String> comment = Optional.of("On brokers with tiered storage.");

    assertEquals(comment, COMMENTS.whereRuleMatches(7));
    assertEquals(comment, COMMENTS.whereRuleMatches(9));
  }

  @Test
  void another_comment_ends_it() {
    assertEquals(Optional.empty(), COMMENTS.whereRuleMatches(11));
  }
}
