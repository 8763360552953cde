package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it loads, or it is refused in one line that says where. */
class ConfigFuzzTest {
  private static final long SEED = 20261122;
  private static final int FILES = 4_000;
  private static final Pattern ONE_LINE =
      Pattern.compile("f\\.yml:([1-9]\\d*):[1-9]\\d*: \\P{Cntrl}+");

  private static final List<String> WORDS =
      List.of(
          "rules",
          "pattern",
          "name",
          "value",
          "valueFactor",
          "labels",
          "help",
          "type",
          "cache",
          "includeObjectNames",
          "limits",
          "maxSeries",
          "mbeanFilter",
          "extraMetrics",
          "hostPort",
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

  @Test
  void aBrokenFileLoadsOrIsRefusedInOneLine() {
    String valid = Fixture.text("every-key.yml");
    Random random = new Random(SEED);
    int loaded = 0;
    for (int i = 0; i < FILES; i++) {
      String broken = valid;
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        broken = edit(broken, random);
      }
      loaded += loads(broken) ? 1 : 0;
    }
    assertTrue(loaded > FILES / 100, "only " + loaded + " files loaded: too broken to test much");
    assertTrue(loaded < FILES / 2, loaded + " files loaded: too little broken to test much");
  }

  @Test
  void aHeapOfWordsLoadsOrIsRefusedInOneLine() {
    Random random = new Random(SEED);
    for (int i = 0; i < FILES; i++) {
      StringBuilder heap = new StringBuilder();
      for (int words = random.nextInt(20); words > 0; words--) {
        heap.append(pick(WORDS, random));
      }
      loads(heap.toString());
    }
  }

  /** True if it loads; fails the test unless all it says is of the one form. */
  private static boolean loads(String yaml) {
    try {
      Reading.load(yaml).warnings().forEach(warning -> assertOneLine(warning, yaml));
      return true;
    } catch (ConfigException e) {
      assertOneLine(e.getMessage(), yaml);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("not a ConfigException, for:\n" + yaml, e);
    }
  }

  private static void assertOneLine(String message, String yaml) {
    Matcher matcher = ONE_LINE.matcher(message);
    assertTrue(matcher.matches(), () -> "not one line with a location: " + message);
    long lines = 1 + yaml.chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
    assertTrue(
        Integer.parseInt(matcher.group(1)) <= lines,
        () -> message + " is behind the end of\n" + yaml);
  }

  private static String edit(String text, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> editLines(text, random);
      case 1 -> {
        int at = random.nextInt(text.length() + 1);
        yield text.substring(0, at) + pick(WORDS, random) + text.substring(at);
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
      default -> replaceValue(text, pick(WORDS, random), random);
    };
  }

  /** Puts the word where a value stood: it stays YAML more often than other edits leave it. */
  private static String replaceValue(String text, String word, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int index = random.nextInt(lines.size());
    String line = lines.get(index);
    int colon = line.indexOf(':');
    lines.set(index, colon < 0 ? word : line.substring(0, colon + 1) + " " + word);
    return String.join("\n", lines);
  }

  private static String editLines(String text, Random random) {
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

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
