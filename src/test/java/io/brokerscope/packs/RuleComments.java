package io.brokerscope.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file of rules says above its rules of where or when they match: {@code # On brokers with
 * tiered storage.}, {@code # Only while …}, {@code # Once …} or {@code # Where …}, which stands for
 * the rules below it up to the next comment or empty line.
 */
record RuleComments(List<String> lines) {
  private static final Pattern ELSEWHERE = Pattern.compile("(?:On|Only|Once|Where) .+");

  /**
   * The comment from the line where it says so to its end.
   *
   * @param ruleLine where the rule begins, counted from 1
   */
  Optional<String> whereRuleMatches(int ruleLine) {
    int end = ruleLine - 1;
    while (end > 0 && !isComment(end - 1) && !lines.get(end - 1).isBlank()) {
      end--;
    }
    List<String> comment = new ArrayList<>();
    for (int line = end - 1; line >= 0 && isComment(line); line--) {
      comment.add(0, text(line));
      if (ELSEWHERE.matcher(text(line)).matches()) {
        return Optional.of(String.join(" ", comment));
      }
    }
    return Optional.empty();
  }

  private boolean isComment(int line) {
    return lines.get(line).strip().startsWith("#");
  }

  private String text(int line) {
    return lines.get(line).strip().replaceFirst("#\\s*", "");
  }
}
