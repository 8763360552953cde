package io.brokerscope.rules;

import java.util.List;

/**
 * What is known of a pattern without running it.
 *
 * @param beginning text that each line it matches begins with, as the pattern says {@code ^}; empty
 *     where nothing is known of the beginning
 * @param literals texts that every match contains, in no order; used to skip the regex where one is
 *     missing
 * @param blindToNumbers no number after the {@code ": "} can change whether and how the pattern
 *     matches
 */
record PatternFacts(String beginning, List<String> literals, boolean blindToNumbers) {

  /** Nothing is known: the regex must always be run, and on the real value. */
  static final PatternFacts NONE = new PatternFacts("", List.of(), false);

  /** Every character that {@code toString} of a Number or Boolean can hold. */
  private static final String NUMBER_CHARACTERS = "0123456789+-.EINaefilnrstuy";

  PatternFacts {
    literals = List.copyOf(literals);
  }

  static boolean canStandInNumber(char c) {
    return NUMBER_CHARACTERS.indexOf(c) >= 0;
  }

  /** Whether the pattern can match a text that begins with {@code known}. */
  boolean canBegin(String known) {
    int comparable = Math.min(known.length(), beginning.length());
    return known.regionMatches(0, beginning, 0, comparable);
  }

  /** Whether the pattern can match this text. */
  boolean canMatch(String text) {
    if (!text.startsWith(beginning)) {
      return false;
    }
    for (String literal : literals) {
      if (!text.contains(literal)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pattern can match a text that begins with {@code known} and ends in a number. */
  boolean canMatchNumber(String known) {
    if (!canBegin(known)) {
      return false;
    }
    for (String literal : literals) {
      if (!occursOrContinues(literal, known, PatternFacts::canStandInNumber)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the pattern can match a text that begins with {@code known} and goes on with anything
   * but the brackets that only the structure of the text has.
   */
  boolean canMatchText(String known) {
    if (!canBegin(known)) {
      return false;
    }
    for (String literal : literals) {
      if (!occursOrContinues(literal, known, c -> c != '<' && c != '>')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether {@code literal} stands in {@code known}, or begins at its end and goes on in unknown
   * text.
   */
  private static boolean occursOrContinues(String literal, String known, CharTest unknown) {
    if (known.contains(literal)) {
      return true;
    }
    int tail = literal.length();
    while (tail > 0 && unknown.test(literal.charAt(tail - 1))) {
      tail--;
    }
    for (int split = tail; split < literal.length(); split++) {
      if (known.regionMatches(known.length() - split, literal, 0, split)) {
        return true;
      }
    }
    return false;
  }

  private interface CharTest {
    boolean test(char c);
  }
}
