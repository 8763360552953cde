package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of what a broker's MBeans say is exposed. Counted are kinds of attributes: the total
 * time of each kind of request is one.
 *
 * @param version of the brokers
 * @param byDefault kinds that the shipped file exposes
 * @param inDebug kinds that debug adds
 * @param leftOut the others with the reason, empty where there is none
 */
record BrokerCoverage(
    String version,
    Set<String> byDefault,
    Set<String> inDebug,
    Map<String, Optional<String>> leftOut) {

  /** Why attributes are left out, by kind. */
  static final String REASONS = "left-out.txt";

  /** Of all processes that are a broker or a controller of a version, taken together. */
  static BrokerCoverage of(String version, Pack pack, List<ProcessReading> readings)
      throws IOException, ConfigException {
    Set<String> all = new TreeSet<>();
    Set<String> byDefault = new TreeSet<>();
    Set<String> inDebug = new TreeSet<>();
    for (ProcessReading reading : readings) {
      if (reading.use().pack().equals(pack) && runs(version, reading.beans())) {
        for (PackDecision decision : reading.decisions(Pack.Form.DEFAULT)) {
          addKind(all, decision.value());
        }
        addExposed(byDefault, reading.decisions(Pack.Form.DEFAULT));
        addExposed(inDebug, reading.decisions(Pack.Form.DEBUG));
      }
    }
    inDebug.removeAll(byDefault);
    all.removeAll(byDefault);
    all.removeAll(inDebug);
    Reasons reasons = Reasons.of(REASONS);
    Map<String, Optional<String>> leftOut = new TreeMap<>();
    all.forEach(kind -> leftOut.put(kind, reasons.reasonFor(kind)));
    return new BrokerCoverage(version, byDefault, inDebug, leftOut);
  }

  int total() {
    return byDefault.size() + inDebug.size() + leftOut.size();
  }

  List<String> unexplained() {
    return leftOut.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Patterns of the list of reasons that explain nothing. */
  List<String> idleReasons() {
    return Reasons.of(REASONS).idle(leftOut.keySet());
  }

  /** Kinds by reason. */
  Map<String, List<String>> byReason() {
    Map<String, List<String>> byReason = new TreeMap<>();
    leftOut.forEach(
        (kind, reason) ->
            byReason.computeIfAbsent(reason.orElse(""), r -> new ArrayList<>()).add(kind));
    return byReason;
  }

  private static boolean runs(String version, MBeanReading reading) {
    return reading.beans().stream()
        .filter(bean -> bean.name().getDomain().equals("kafka.server"))
        .filter(bean -> "app-info".equals(bean.name().getKeyProperty("type")))
        .anyMatch(bean -> version.equals(bean.attributes().get("version")));
  }

  /** The JVM's own MBeans are left to the agent's JVM metrics, which are no rules. */
  private static void addKind(Set<String> kinds, LiveValue value) {
    String domain = value.bean().getDomain();
    if (domain.startsWith("kafka") || domain.startsWith("org.apache.kafka")) {
      kinds.add(value.kind());
    }
  }

  private static void addExposed(Set<String> kinds, List<PackDecision> decisions) {
    for (PackDecision decision : decisions) {
      if (decision.spec().isPresent()) {
        addKind(kinds, decision.value());
      }
    }
  }
}
