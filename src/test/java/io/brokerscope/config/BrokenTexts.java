package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are nearly YAML, always the same ones for a seed. */
final class BrokenTexts {
  private static final Pattern ONE_LINE =
      Pattern.compile("[a-z]\\.yml:([1-9]\\d*):[1-9]\\d*: \\P{Cntrl}+");

  private static final List<String> YAML_WORDS =
      List.of(
          ": ",
          "\n",
          "\n- ",
          "\n  ",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "|\n",
          "? ",
          "# ",
          "---\n",
          "...\n",
          "&a ",
          "*a",
          "*names",
          "<<: *labels",
          "!!int ",
          "!!binary ",
          "!x ",
          "!<%zz> ",
          "%YAML 9.9\n",
          "~",
          "null",
          "true",
          "0x_",
          "1e999",
          "99999999999",
          ".nan",
          "2020-13-45",
          "${",
          "${ZONE}",
          "${NOT_SET}",
          ":-",
          "(?<",
          "(",
          "\\",
          "\\Q",
          "{9999999999}",
          "\u0000",
          "\u2028",
          "\uFEFF",
          "\t",
          "\r",
          "\uD83D\uDE00",
          "\uD83D");

  private final Random random;
  private final List<String> words;

  /**
   * @param keys that the texts have now and then, beside what means something in YAML
   */
  BrokenTexts(long seed, List<String> keys) {
    this.random = new Random(seed);
    this.words = new ArrayList<>(keys);
    words.addAll(YAML_WORDS);
  }

  /** The text with one to six edits. */
  String broken(String valid) {
    String text = valid;
    for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
      text = edit(text);
    }
    return text;
  }

  /** Up to 19 words. */
  String heap() {
    StringBuilder heap = new StringBuilder();
    for (int count = random.nextInt(20); count > 0; count--) {
      heap.append(word());
    }
    return heap.toString();
  }

  static void assertOneLine(String message, String yaml) {
    Matcher matcher = ONE_LINE.matcher(message);
    assertTrue(matcher.matches(), () -> "not one line with a location: " + message);
    long lines = 1 + yaml.chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
    assertTrue(
        Integer.parseInt(matcher.group(1)) <= lines,
        () -> message + " is behind the end of\n" + yaml);
  }

  private String edit(String text) {
    return switch (random.nextInt(6)) {
      case 0 -> editLines(text);
      case 1 -> {
        int at = random.nextInt(text.length() + 1);
        yield text.substring(0, at) + word() + text.substring(at);
      }
      case 2 -> {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        yield text.substring(0, at) + text.substring(end);
      }
      case 3 -> {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(40));
        yield text.substring(0, end) + text.substring(at);
      }
      case 4 -> {
        int at = random.nextInt(Math.max(1, text.length() - 1));
        int end = Math.min(text.length(), at + 2);
        String pair = new StringBuilder(text.substring(at, end)).reverse().toString();
        yield text.substring(0, at) + pair + text.substring(end);
      }
      default -> replaceValue(text, word());
    };
  }

  /** Puts the word where a value stood: it stays YAML more often than other edits leave it. */
  private String replaceValue(String text, String word) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int index = random.nextInt(lines.size());
    String line = lines.get(index);
    int colon = line.indexOf(':');
    lines.set(index, colon < 0 ? word : line.substring(0, colon + 1) + " " + word);
    return String.join("\n", lines);
  }

  private String editLines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(other, lines.get(one));
      default -> Collections.swap(lines, one, other);
    }
    return String.join("\n", lines);
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }
}
