package io.brokerscope.rules;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Lines of attributes and patterns made of the constructs that rule files use. A pattern is made
 * from a line, piece by piece, so that many match it; others miss it by a little.
 */
final class RandomPatterns {
  private static final List<String> WORDS =
      List.of(
          "kafka", "Value", "Count", "type", "tiny", "name", "7", "42", "nan", "true", "E", "x");
  private static final List<String> SPECIAL_NUMBERS =
      List.of("NaN", "Infinity", "-Infinity", "true", "false", "0", "7", "-1.5E-7", "1E+42");
  private static final List<String> BEGINNINGS = List.of("^", "^", "^", "^?", "^^", "(?:^)", "x|^");
  private static final List<String> TAILS =
      List.of("", "", "", ":", ": ", "$", ":?", ".*", ": (.*)", ": (\\d+)", "\\b", "(: 7)?", " ?7");

  private final Random random;

  RandomPatterns(long seed) {
    this.random = new Random(seed);
  }

  /** {@code domain<k=v, k2=v2><path>attribute: }, without the value. */
  String line() {
    String path = random.nextInt(3) == 0 ? word() : "";
    return "%s<%s=%s, %s=%s><%s>%s: "
        .formatted(word(), word(), word(), word(), word(), path, word());
  }

  String number() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(SPECIAL_NUMBERS);
      case 1 -> Integer.toString(random.nextInt(100));
      case 2 -> Long.toString(random.nextLong());
      default -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    };
  }

  String text() {
    return random.nextBoolean() ? number() : word() + ": " + word();
  }

  String pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    boolean anchored = random.nextInt(3) == 0;
    pattern.append(anchored ? pick(BEGINNINGS) : "");
    int at = anchored ? 0 : random.nextInt(line.length());
    int end = at + 1 + random.nextInt(line.length() - at);
    while (at < end) {
      int next = Math.min(end, at + 1 + random.nextInt(8));
      pattern.append(piece(line.substring(at, next)));
      at = next;
    }
    return pattern.append(pick(TAILS)).toString();
  }

  private String piece(String text) {
    String literal = quote(text);
    return switch (random.nextInt(16)) {
      case 0 -> "(.+)";
      case 1 -> ".*";
      case 2 -> "[^:]+";
      case 3 -> "\\w+";
      case 4 -> "(\\d+)";
      case 5 -> "(" + literal + ")?";
      case 6 -> "(?:" + literal + "|" + quote(word()) + ")";
      case 7 -> "(" + quote(word()) + "|" + literal + ")*";
      case 8 -> literal + "+";
      case 9 -> "([-.\\w]*)" + literal;
      case 10 -> "[^<>]*?";
      case 11 -> quote(word()) + "?";
      default -> literal;
    };
  }

  /** Rule files escape by backslash. */
  private static String quote(String text) {
    return Pattern.compile("[-.?*+$^|(){}\\[\\]\\\\]").matcher(text).replaceAll("\\\\$0");
  }

  private String word() {
    return pick(WORDS);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
