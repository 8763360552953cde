package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySuggestionTest {
  private static final List<String> KEYS =
      List.of("rules", "lowercaseOutputName", "lowercaseOutputLabelNames", "help");

  @ParameterizedTest
  @CsvSource({
    "ruels, rules",
    "rule, rules",
    "RULES, rules",
    "lowercaseOutputNames, lowercaseOutputName",
    "lowerCaseOutputLabelNames, lowercaseOutputLabelNames",
    "lowercase_output_name, lowercaseOutputName",
    "hepl, help"
  })
  void twoSlipsAreForgiven(String written, String meant) {
    assertEquals(Optional.of(meant), KeySuggestion.nearest(written, KEYS));
  }

  @ParameterizedTest
  @CsvSource({"httpserver", "r", "''", "rulesABC"})
  void threeAreNot(String written) {
    assertEquals(Optional.empty(), KeySuggestion.nearest(written, KEYS));
  }

  @Test
  void theNearestWins() {
    assertEquals(
        Optional.of("name"), KeySuggestion.nearest("nam", List.of("names", "name", "nav")));
  }
}
