package io.brokerscope.packs;

import io.brokerscope.demo.MetricsPage.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What pages have that comes from no rule: the agent tells it of every JVM and of itself.
 *
 * @param all by name
 */
record AgentFamilies(List<Family> all) {
  private static final String OF_KAFKA = "kafka_";

  /**
   * Takes the pages together, because some families have no series before the JVM has done this or
   * that.
   *
   * @param ofRules names that are not the agent's own
   */
  static AgentFamilies of(Collection<Family> ofPages, Set<String> ofRules) {
    Map<String, Family> byName = new TreeMap<>();
    for (Family family : ofPages) {
      if (!family.name().startsWith(OF_KAFKA) && !ofRules.contains(family.name())) {
        byName.merge(family.name(), family, AgentFamilies::together);
      }
    }
    return new AgentFamilies(List.copyOf(byName.values()));
  }

  private static Family together(Family one, Family other) {
    Set<String> labels = new TreeSet<>(one.labels());
    labels.addAll(other.labels());
    return new Family(one.name(), one.type(), one.help(), labels);
  }

  /** The names of series, a summary's with and without its suffixes. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Family family : all) {
      names.add(family.name());
      if (family.type().equals("summary")) {
        names.add(family.name() + "_count");
        names.add(family.name() + "_sum");
      }
    }
    return names;
  }
}
