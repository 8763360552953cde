package io.brokerscope.scrape;

import io.brokerscope.exposition.Series;
import io.brokerscope.rules.Decision;
import io.brokerscope.rules.Leaf;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.rules.SeriesSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What readers and sinks of one plan share. Owned by one thread at a time. */
final class PlanContext {
  private final MBeanServer server;
  private final RuleSet rules;
  private final SeriesTable table;
  private final boolean shortCuts;
  private final PassCounters counters = new PassCounters();
  private final ReservoirBatch reservoirs = new ReservoirBatch();

  /** Places of plain attributes, by name. */
  private final Map<String, AttributeNode.Place> places = new HashMap<>();

  /** One of each kind, so that all series of a rule share it. */
  private final Map<NumberTerms, NumberTerms> terms = new HashMap<>();

  /** How many attributes each rule has matched since the plan was made. */
  private final long[] ruleMatches;

  private int badSubstitutions;
  private long passStartNanos;

  /**
   * @param shortCuts whether Yammer's metrics may be read past JMX
   */
  PlanContext(MBeanServer server, RuleSet rules, SeriesTable table, boolean shortCuts) {
    this.server = server;
    this.rules = rules;
    this.table = table;
    this.shortCuts = shortCuts;
    this.ruleMatches = new long[rules.ruleCount()];
  }

  MBeanServer server() {
    return server;
  }

  RuleSet rules() {
    return rules;
  }

  SeriesTable table() {
    return table;
  }

  boolean shortCuts() {
    return shortCuts;
  }

  ValueStore values() {
    return table.values();
  }

  PassCounters counters() {
    return counters;
  }

  ReservoirBatch reservoirs() {
    return reservoirs;
  }

  long ruleMatches(int rule) {
    return ruleMatches[rule];
  }

  /** How often a rule named a group that its pattern lacks, or recursed too deep. */
  int badSubstitutions() {
    return badSubstitutions;
  }

  /** The place of a plain attribute, the same object for all of that name. */
  AttributeNode.Place place(String attribute) {
    return places.computeIfAbsent(
        attribute, name -> new AttributeNode.Place(name, List.of(), null, null));
  }

  long passStartNanos() {
    return passStartNanos;
  }

  void startPass(long nowNanos) {
    passStartNanos = nowNanos;
    counters.reset();
    reservoirs.reset();
  }

  /** Decides where a leaf's numbers go. */
  Decision decideNumber(Leaf leaf) {
    Decision decision = guarded(() -> rules.decideNumber(leaf), Decision.UNMATCHED);
    if (decision instanceof Decision.Dropped dropped && dropped.rule() >= 0) {
      countMatch(dropped.rule());
    }
    return decision;
  }

  Optional<SeriesSpec> decideValue(Leaf leaf, String shown, boolean isText) {
    counters.ruleEvaluations++;
    return guarded(() -> rules.decideValue(leaf, shown, isText), Optional.empty());
  }

  Optional<SeriesSpec> decideSummary(Leaf count) {
    return guarded(() -> rules.decideSummary(count), Optional.empty());
  }

  /**
   * One rule with a bad substitution, or with a pattern that recurses too deep on a long text, must
   * not cost more than what it was tried on.
   */
  private <T> T guarded(Supplier<T> decision, T ifBad) {
    try {
      return decision.get();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError badRule) {
      badSubstitutions++;
      return ifBad;
    }
  }

  /** An attribute's description; null if it has none, or the MBean is gone. */
  String description(ObjectName name, String attribute) {
    try {
      for (MBeanAttributeInfo info : server.getMBeanInfo(name).getAttributes()) {
        if (info.getName().equals(attribute)) {
          return info.getDescription();
        }
      }
      return null;
    } catch (JMException | RuntimeException gone) {
      return null;
    }
  }

  void countMatch(int rule) {
    ruleMatches[rule]++;
  }

  /** Claims the series of a decision; null if there are too many series. */
  NumberSink claim(SeriesSpec spec, AttributeNode node) {
    countMatch(spec.rule());
    return claim(spec, node, Series.of(spec.family().name(), spec.labels()));
  }

  /**
   * Claims one of several series of a decision, as a summary has them; null if there are too many
   * series.
   */
  NumberSink claim(SeriesSpec spec, AttributeNode node, Series series) {
    NumberTerms own = NumberTerms.of(spec);
    NumberSink sink = new NumberSink(node, terms.computeIfAbsent(own, shared -> shared));
    return table.claim(sink, spec.family(), series) ? sink : null;
  }

  /** What values of this kind turn into at this node. */
  Sink sinkFor(AttributeValue value, AttributeNode node) {
    if (value instanceof AttributeValue.Text) {
      return new ByValueSink(true);
    }
    if (value instanceof AttributeValue.Composite) {
      return new CompositeSink();
    }
    if (value instanceof AttributeValue.Tabular) {
      return new TabularSink();
    }
    return value instanceof AttributeValue.Numeric
        ? sinkFor(decideNumber(node.leaf(this)), node)
        : NoSink.UNSUPPORTED;
  }

  /** What a decision about numbers turns into. */
  Sink sinkFor(Decision decision, AttributeNode node) {
    if (decision instanceof Decision.Exposed exposed) {
      NumberSink claimed = claim(exposed.series(), node);
      return claimed == null ? NoSink.UNWANTED_NUMBER : claimed;
    }
    return decision instanceof Decision.DependsOnValue
        ? new ByValueSink(false)
        : NoSink.UNWANTED_NUMBER;
  }
}
