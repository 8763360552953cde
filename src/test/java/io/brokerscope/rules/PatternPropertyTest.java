package io.brokerscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the scanner claims of a pattern, against the regex engine itself. */
class PatternPropertyTest {
  private static final long SEED = 20261122;
  private static final int PATTERNS = 3_000;
  private static final int NUMBERS = 50;

  private final RandomPatterns random = new RandomPatterns(SEED);

  @Test
  void aBlindPatternMatchesEveryNumberInTheSameWay() {
    int blindMatches = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String line = random.line();
      String pattern = random.pattern(line);
      if (PatternScanner.scan(pattern).blindToNumbers()) {
        Pattern whole = wholeLine(pattern);
        List<String> expected = groups(whole, line + "0");
        blindMatches += expected.isEmpty() ? 0 : 1;
        for (int n = 0; n < NUMBERS; n++) {
          String number = random.number();
          assertEquals(
              expected, groups(whole, line + number), () -> pattern + " on " + line + number);
        }
      }
    }
    assertTrue(blindMatches > PATTERNS / 20, blindMatches + " blind patterns matched");
  }

  @Test
  void aPatternThatCannotMatchANumberDoesNot() {
    int impossible = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String line = random.line();
      String pattern = random.pattern(random.line());
      if (!PatternScanner.scan(pattern).canMatchNumber(line)) {
        impossible++;
        Pattern whole = wholeLine(pattern);
        for (int n = 0; n < NUMBERS; n++) {
          String number = random.number();
          assertFalse(
              whole.matcher(line + number).matches(), () -> pattern + " on " + line + number);
        }
      }
    }
    assertTrue(impossible > PATTERNS / 20, impossible + " patterns could not match");
  }

  @Test
  void aPatternThatCannotMatchATextDoesNot() {
    int impossible = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String line = random.line();
      String pattern = random.pattern(random.line());
      if (!PatternScanner.scan(pattern).canMatchText(line)) {
        impossible++;
        String text = random.text();
        assertFalse(
            wholeLine(pattern).matcher(line + text).matches(),
            () -> pattern + " on " + line + text);
      }
    }
    assertTrue(impossible > PATTERNS / 20, impossible + " patterns could not match");
  }

  private static Pattern wholeLine(String pattern) {
    return Pattern.compile("^.*(?:" + pattern + ").*$");
  }

  /** Empty without a match; else the groups from 1, "absent" for one that took no part. */
  private static List<String> groups(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return List.of();
    }
    List<String> groups = new ArrayList<>(List.of("matched"));
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i) == null ? "absent" : "=" + matcher.group(i));
    }
    return groups;
  }
}
