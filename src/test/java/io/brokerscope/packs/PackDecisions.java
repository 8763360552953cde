package io.brokerscope.packs;

import io.brokerscope.exposition.MetricType;
import io.brokerscope.rules.Decision;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.SeriesSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Applies rules to MBeans that were read from outside. The rules are the agent's own; how they are
 * applied is written here once more, in the plainest way, so that a mistake in the plan of a scrape
 * shows as a difference.
 */
final class PackDecisions {
  private static final String COUNT = "Count";
  private static final String MEAN = "Mean";

  /** Yammer's attributes and the label that Prometheus gives them. */
  private static final Map<String, String> QUANTILES =
      Map.of(
          "50thPercentile", "0.5",
          "75thPercentile", "0.75",
          "95thPercentile", "0.95",
          "98thPercentile", "0.98",
          "99thPercentile", "0.99",
          "999thPercentile", "0.999");

  private final RuleSet rules;
  private final List<PackDecision> decisions = new ArrayList<>();

  private PackDecisions(RuleSet rules) {
    this.rules = rules;
  }

  /** One decision for each value, in the order of the reading. */
  static List<PackDecision> of(RuleSet rules, MBeanReading reading) {
    PackDecisions all = new PackDecisions(rules);
    reading.beans().forEach(all::decide);
    return all.decisions;
  }

  private void decide(LiveMBean bean) {
    boolean selected = rules.selection().selects(bean.name());
    Predicate<String> attributes = rules.selection().attributesOf(bean.name());
    List<LiveValue> values = bean.values();
    Optional<SeriesSpec> summary = selected ? summary(bean, values) : Optional.empty();
    for (LiveValue value : values) {
      if (!selected || !attributes.test(value.attribute())) {
        decisions.add(PackDecision.leftOut(value));
      } else if (summary.isPresent() && belongsToSummary(value)) {
        decisions.add(partOfSummary(bean, value, summary.get()));
      } else {
        decisions.add(plain(value));
      }
    }
  }

  private Optional<SeriesSpec> summary(LiveMBean bean, List<LiveValue> values) {
    if (!bean.isHistogram() || !bean.attributes().containsKey(MEAN)) {
      return Optional.empty();
    }
    return values.stream()
        .filter(value -> value.attribute().equals(COUNT))
        .findFirst()
        .flatMap(count -> rules.decideSummary(count.leaf()));
  }

  private static boolean belongsToSummary(LiveValue value) {
    String attribute = value.attribute();
    return attribute.equals(COUNT) || attribute.equals(MEAN) || QUANTILES.containsKey(attribute);
  }

  private PackDecision partOfSummary(LiveMBean bean, LiveValue value, SeriesSpec spec) {
    String name = spec.family().name();
    Optional<SeriesId> series =
        switch (value.attribute()) {
          case COUNT -> Optional.of(SeriesId.of(name + "_count", spec.labels()));
          case MEAN -> Optional.of(SeriesId.of(name + "_sum", spec.labels()));
          default -> quantile(bean, value, spec);
        };
    return new PackDecision(value, Optional.of(spec), series);
  }

  private Optional<SeriesId> quantile(LiveMBean bean, LiveValue value, SeriesSpec spec) {
    boolean empty = ((Number) bean.attributes().get(COUNT)).longValue() == 0;
    if (empty && rules.omitEmptyHistograms()) {
      return Optional.empty();
    }
    SeriesId all = SeriesId.of(spec.family().name(), spec.labels());
    return Optional.of(all.with("quantile", QUANTILES.get(value.attribute())));
  }

  private PackDecision plain(LiveValue value) {
    Optional<SeriesSpec> spec = value.isText() ? ofValue(value) : ofNumber(value);
    return new PackDecision(
        value,
        spec,
        spec.filter(s -> isAllowed(value, s)).map(s -> SeriesId.of(s.family().name(), s.labels())));
  }

  private Optional<SeriesSpec> ofNumber(LiveValue value) {
    Decision decision = rules.decideNumber(value.leaf());
    if (decision instanceof Decision.Exposed exposed) {
      return Optional.of(exposed.series());
    }
    return decision instanceof Decision.DependsOnValue ? ofValue(value) : Optional.empty();
  }

  private Optional<SeriesSpec> ofValue(LiveValue value) {
    return rules.decideValue(value.leaf(), value.value().toString(), value.isText());
  }

  /** A counter below zero is left out of a scrape. */
  private static boolean isAllowed(LiveValue value, SeriesSpec spec) {
    return spec.family().type() != MetricType.COUNTER || value.isText() || value.number() >= 0;
  }
}
