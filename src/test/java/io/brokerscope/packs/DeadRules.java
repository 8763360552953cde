package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import io.brokerscope.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds rules that match nothing on any process of the plant. One that a comment says where or when
 * it does is believed: {@code # On brokers with tiered storage.}, {@code # Only while …}, {@code #
 * Once …} or {@code # Where …}, which stands for the rules below it up to the next comment or empty
 * line.
 */
final class DeadRules {
  private static final Pattern ELSEWHERE = Pattern.compile("\\s*# (?:On|Only|Once|Where) .+");

  private final Pack pack;
  private final List<String> lines;

  DeadRules(Pack pack) throws IOException {
    this.pack = pack;
    this.lines = pack.text(Pack.Form.DEBUG).lines().toList();
  }

  /** Dead rules as {@code file:line: pattern}. */
  List<String> among(List<MBeanReading> readings) throws IOException, ConfigException {
    Set<Integer> dead = new TreeSet<>(pack.ruleLines(Pack.Form.DEBUG));
    for (Pack.Form form : Pack.Form.values()) {
      RuleSet rules = pack.rules(form);
      for (MBeanReading reading : readings) {
        for (PackDecision decision : PackDecisions.of(rules, reading)) {
          decision.spec().ifPresent(spec -> dead.remove(rules.line(spec.rule())));
        }
      }
    }
    List<String> found = new ArrayList<>();
    for (int line : dead) {
      if (!saysWhere(line)) {
        found.add("%s:%d: %s".formatted(pack.name(), line, lines.get(line - 1).strip()));
      }
    }
    return found;
  }

  private boolean saysWhere(int ruleLine) {
    boolean inComment = false;
    for (int index = ruleLine - 2; index >= 0; index--) {
      String above = lines.get(index);
      boolean comment = above.strip().startsWith("#");
      if (above.isBlank() || (inComment && !comment)) {
        return false;
      }
      if (ELSEWHERE.matcher(above).matches()) {
        return true;
      }
      inComment = comment;
    }
    return false;
  }
}
