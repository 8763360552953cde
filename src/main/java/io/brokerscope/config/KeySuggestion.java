package io.brokerscope.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which key was meant. */
final class KeySuggestion {
  /** Two slips of the finger; a transposition is two. */
  private static final int MAX_DISTANCE = 2;

  private KeySuggestion() {}

  /** The warning about a key that is not known. */
  static String unknownKey(String key, List<String> knownKeys) {
    return nearest(key, knownKeys)
        .map(
            known ->
                String.format(
                    "unknown key %s, did you mean %s?", Quoted.text(key), Quoted.text(known)))
        .orElseGet(
            () ->
                String.format(
                    "unknown key %s, expected one of %s",
                    Quoted.text(key), String.join(", ", knownKeys)));
  }

  /**
   * The candidate nearest in letters, at most two edits away; case, underscores and hyphens do not
   * count.
   */
  static Optional<String> nearest(String word, List<String> candidates) {
    String letters = letters(word);
    return candidates.stream()
        .filter(candidate -> distance(letters, letters(candidate)) <= MAX_DISTANCE)
        .min(Comparator.comparingInt(candidate -> distance(letters, letters(candidate))));
  }

  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Levenshtein's distance; beyond {@link #MAX_DISTANCE} only that it is beyond. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MAX_DISTANCE) {
      return MAX_DISTANCE + 1; // so a key of a megabyte costs nothing
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
