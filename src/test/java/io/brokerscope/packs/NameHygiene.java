package io.brokerscope.packs;

import io.brokerscope.exposition.Label;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.SeriesSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.ObjectName;

/** Finds rules that take an attribute they were not meant for, by what they make of it. */
final class NameHygiene {
  private final RuleSet rules;
  private final MBeanReading reading;

  NameHygiene(RuleSet rules, MBeanReading reading) {
    this.rules = rules;
    this.reading = reading;
  }

  /**
   * Metrics that would be called otherwise if a client, topic or the like were: each MBean is
   * decided about a second time under another name.
   */
  Set<String> namesThatDependOnInstances() {
    List<PackDecision> before = PackDecisions.of(rules, reading);
    List<PackDecision> after = PackDecisions.of(rules, reading.renamed(MBeanKind::another));
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < before.size(); i++) {
      PackDecision decision = before.get(i);
      PackDecision renamed = after.get(i);
      if (decision.spec().isPresent()
          && renamed.spec().isPresent()
          && !metric(decision).equals(metric(renamed))) {
        found.add(metric(decision) + " of " + decision.value().bean());
      }
    }
    return found;
  }

  /** Series that do not say which topic, client and so on they are about. */
  Set<String> seriesThatLoseAProperty() {
    Set<String> found = new TreeSet<>();
    for (PackDecision decision : PackDecisions.of(rules, reading)) {
      decision.spec().ifPresent(spec -> found.addAll(lost(decision.value(), spec)));
    }
    return found;
  }

  /** Series that several MBeans or attributes claim. */
  List<String> duplicates() {
    Map<SeriesId, List<PackDecision>> claims =
        PackDecisions.of(rules, reading).stream()
            .filter(decision -> decision.series().isPresent())
            .collect(Collectors.groupingBy(decision -> decision.series().orElseThrow()));
    List<String> found = new ArrayList<>();
    claims.forEach(
        (series, claimants) -> {
          if (claimants.size() > 1) {
            found.add(series + " by " + claimants.stream().map(NameHygiene::origin).toList());
          }
        });
    return found;
  }

  private static String origin(PackDecision decision) {
    return decision.value().bean() + " " + decision.value().path();
  }

  private static Set<String> lost(LiveValue value, SeriesSpec spec) {
    Set<String> labels = spec.labels().all().stream().map(Label::value).collect(Collectors.toSet());
    return MBeanKind.instanceProperties(value.bean()).entrySet().stream()
        .filter(property -> !isAmong(labels, property.getValue()))
        .map(
            property ->
                spec.family().name() + " lacks " + property.getKey() + " of " + value.kind())
        .collect(Collectors.toSet());
  }

  private static boolean isAmong(Set<String> labels, String property) {
    if (!property.startsWith("\"")) {
      return labels.contains(property);
    }
    String inner = property.substring(1, property.length() - 1);
    return labels.contains(inner)
        || labels.contains(ObjectName.unquote(property))
        || labels.contains(property);
  }

  private static String metric(PackDecision decision) {
    return decision.spec().orElseThrow().family().name();
  }
}
