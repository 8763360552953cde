package io.brokerscope.scrape;

import io.brokerscope.exposition.BodyPool;
import io.brokerscope.exposition.ByteSink;
import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.FamilyHeader;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.MetricType;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.exposition.Series;
import io.brokerscope.registry.RegistryWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes what a pass has read: the families of the plan, then the agent's own. */
final class DocumentWriter {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String SIZE = "brokerscope_response_bytes";
  private static final Series SIZE_SERIES = Series.of(SIZE, Labels.none());
  private static final FamilyHeader SIZE_HEADER =
      new FamilyHeader(SIZE, MetricType.GAUGE, "Size of this response before compression.");

  private final BodyPool pool = new BodyPool();
  private final RegistryWriter registry;
  private final OwnMetrics ownMetrics;

  DocumentWriter(RegistryWriter registry, OwnMetrics ownMetrics) {
    this.registry = registry;
    this.ownMetrics = ownMetrics;
  }

  /** The names that the plan must leave to others. */
  Set<String> reservedNames() {
    Set<String> names = registry.names();
    names.add(SIZE);
    return names;
  }

  /** Writes a whole document; the caller closes it. */
  MetricsBody write(ScrapePlan plan, FamilyChoice choice, Format format) {
    ByteSink sink = pool.takeSink();
    Encoder encoder = new Encoder(format, sink);
    int invalidValues = writeFamilies(plan.context().table(), choice, encoder);
    ownMetrics.describe(stats(plan, encoder.samples(), invalidValues));
    registry.write(encoder, choice);
    if (choice.includes(SIZE, MetricType.GAUGE)) {
      writeSize(encoder, sink, format);
    }
    encoder.end();
    return pool.finish(sink, format);
  }

  /** The hot path; returns how many values a counter must not have. */
  private static int writeFamilies(SeriesTable table, FamilyChoice choice, Encoder encoder) {
    ValueStore values = table.values();
    int invalid = 0;
    for (FamilyTable family : table.ordered()) {
      if (family.suppressed() || !family.isIn(choice)) {
        continue;
      }
      encoder.family(family.header());
      for (int i = 0; i < family.size(); i++) {
        double value = family.value(i, values);
        if (!Absent.is(value) && !encoder.sample(family.text(), i, value)) {
          invalid++;
        }
      }
    }
    return invalid;
  }

  /** The size of the document that holds the size. */
  private static void writeSize(Encoder encoder, ByteSink sink, Format format) {
    encoder.family(SIZE_HEADER);
    int endBytes = Encoder.endSizeBytes(format);
    int before = sink.sizeBytes() + SIZE_HEADER.sizeBytes(format) + SIZE_SERIES.prefixBytes();
    int size = before + 1 + endBytes;
    int digits = Integer.toString(size).length();
    // One more digit may be what makes one more digit.
    int total = size + Math.max(digits, Integer.toString(size + digits).length());
    encoder.sample(SIZE_SERIES, total);
  }

  private static PassStats stats(ScrapePlan plan, int exposed, int invalidValues) {
    PlanContext context = plan.context();
    PassCounters counters = context.counters();
    List<PassStats.RuleMatches> rules = new ArrayList<>();
    for (int rule = 0; rule < context.rules().ruleCount(); rule++) {
      int line = context.rules().line(rule);
      rules.add(new PassStats.RuleMatches(rule, line, context.ruleMatches(rule)));
    }
    return new PassStats(
        new PassStats.Pass(
            plan.readNanos() / NANOS_PER_SECOND,
            counters.beansRead,
            counters.beansFailed,
            counters.attributesFailed,
            counters.ruleEvaluations),
        new PassStats.SeriesStats(exposed, dropped(context, invalidValues)),
        new PassStats.PlanStats(
            plan.beanCount(), plan.changes(), plan.buildNanos() / NANOS_PER_SECOND, rules));
  }

  private static Map<String, Integer> dropped(PlanContext context, int invalidValues) {
    SeriesTable table = context.table();
    Map<String, Integer> dropped = new TreeMap<>();
    dropped.put("bad_rule", context.badSubstitutions());
    dropped.put("duplicate", table.duplicates());
    dropped.put("invalid_value", invalidValues);
    dropped.put("limit", table.beyondLimit());
    dropped.put("name_taken", table.suppressed());
    return dropped;
  }
}
