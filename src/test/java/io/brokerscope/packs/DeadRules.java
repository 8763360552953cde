package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.RuleConfig;
import io.brokerscope.rules.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds rules that match nothing on any process of the plant. */
final class DeadRules {
  private final Pack pack;
  private final RuleComments comments;

  DeadRules(Pack pack) {
    this.pack = pack;
    this.comments = new RuleComments(pack.text(Pack.Form.DEBUG).lines().toList());
  }

  /** In the order of the file. */
  List<DeadRule> among(List<MBeanReading> readings) throws ConfigException {
    Set<Integer> alive = new HashSet<>();
    for (Pack.Form form : Pack.Form.values()) {
      RuleSet rules = pack.rules(form);
      for (MBeanReading reading : readings) {
        for (PackDecision decision : PackDecisions.of(rules, reading)) {
          decision.spec().ifPresent(spec -> alive.add(rules.line(spec.rule())));
        }
      }
    }
    Set<Integer> shipped = new HashSet<>();
    pack.config(Pack.Form.DEFAULT).rules().forEach(rule -> shipped.add(rule.location().line()));
    return pack.config(Pack.Form.DEBUG).rules().stream()
        .filter(rule -> !alive.contains(rule.location().line()))
        .map(rule -> dead(rule, shipped))
        .toList();
  }

  private DeadRule dead(RuleConfig rule, Set<Integer> shipped) {
    int line = rule.location().line();
    return new DeadRule(
        pack.name(),
        shipped.contains(line) ? Pack.Form.DEFAULT : Pack.Form.DEBUG,
        rule.naming().name().orElseThrow(),
        rule.match().pattern().orElseThrow().pattern(),
        comments.whereRuleMatches(line));
  }
}
