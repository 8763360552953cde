package io.brokerscope.scrape;

import io.brokerscope.exposition.MetricType;
import io.brokerscope.exposition.Series;
import io.brokerscope.rules.SeriesSpec.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All families and series of a plan, and the store of their numbers. Owned by one thread at a time.
 */
final class SeriesTable {
  private final int maxSeries;
  private final Set<String> reservedNames;
  private final ValueStore values = new ValueStore();

  /** Ordinary families and summaries by name, so that output has a fixed order. */
  private final Map<String, FamilyTable> families = new TreeMap<>();

  private final Map<String, FamilyTable> summaries = new TreeMap<>();
  private final Set<FamilyTable> changed = new HashSet<>();
  private FamilyTable[] ordered = {};
  private boolean familiesChanged;
  private int seriesCount;
  private int beyondLimit;

  /**
   * @param maxSeries claims for more are refused
   * @param reservedNames families that somebody else writes into the same document
   */
  SeriesTable(int maxSeries, Set<String> reservedNames) {
    this.maxSeries = maxSeries;
    this.reservedNames = Set.copyOf(reservedNames);
  }

  ValueStore values() {
    return values;
  }

  /** The families in the order of output; valid after {@link #settle}. */
  FamilyTable[] ordered() {
    return ordered;
  }

  int seriesCount() {
    return seriesCount;
  }

  /**
   * Whether claims were refused and a tenth of the limit has become free since, so that planning
   * everything again is worth its while.
   */
  boolean hasRoomForRefused() {
    return beyondLimit > 0 && seriesCount < maxSeries - maxSeries / 10;
  }

  /** How many claims were refused because of the limit since the table was made. */
  int beyondLimit() {
    return beyondLimit;
  }

  /** Gives a sink its slot in a series; returns false if there are too many series already. */
  boolean claim(NumberSink sink, Family family, Series series) {
    Map<String, FamilyTable> kind = family.type() == MetricType.SUMMARY ? summaries : families;
    FamilyTable table = kind.get(family.name());
    if (table == null) {
      if (seriesCount >= maxSeries) {
        beyondLimit++;
        return false;
      }
      table = new FamilyTable(family.name(), family.type() == MetricType.SUMMARY);
      kind.put(family.name(), table);
      familiesChanged = true;
    }
    int before = table.size();
    SeriesEntry entry = table.find(series, seriesCount < maxSeries);
    if (entry == null) {
      beyondLimit++;
      return false;
    }
    seriesCount += table.size() - before;
    table.addClaim(family.type(), family.help());
    changed.add(table);
    sink.bind(entry, values.allocate());
    table.claim(entry, sink);
    return true;
  }

  void release(NumberSink sink) {
    SeriesEntry entry = sink.entry();
    entry.family.release(entry, sink);
    entry.family.removeClaim(sink.type());
    values.release(sink.slot());
    changed.add(entry.family);
  }

  /**
   * Tidies up after a batch of claims and releases; cheap if there were none.
   *
   * @return whether there were any, so that who keeps slots has to look again
   */
  boolean settle() {
    if (changed.isEmpty()) {
      return false;
    }
    for (FamilyTable table : changed) {
      int before = table.size();
      table.settle();
      seriesCount += table.size() - before;
      if (table.size() == 0) {
        (table.isSummary() ? summaries : families).remove(table.name());
        familiesChanged = true;
      }
    }
    if (familiesChanged) {
      List<FamilyTable> all = new ArrayList<>(families.values());
      all.addAll(summaries.values());
      ordered = all.toArray(FamilyTable[]::new);
    }
    nameFamilies();
    changed.clear();
    familiesChanged = false;
    return true;
  }

  /**
   * Settles which families may be written. Within one document no name may come twice; what the
   * agent itself writes comes first, then ordinary families, then summaries, which write three
   * names.
   */
  private void nameFamilies() {
    for (FamilyTable table : ordered) {
      String name = table.name();
      boolean taken = reservedNames.contains(name);
      if (table.isSummary()) {
        taken |= isTaken(name) || isTaken(name + "_count") || isTaken(name + "_sum");
      }
      table.suppress(taken);
      table.refreshHeader(clashesInOpenMetrics(table));
    }
  }

  private boolean isTaken(String name) {
    return families.containsKey(name) || reservedNames.contains(name);
  }

  private boolean clashesInOpenMetrics(FamilyTable table) {
    if (table.type() != MetricType.COUNTER) {
      return false;
    }
    String name = table.name();
    String base = name.substring(0, name.length() - "_total".length());
    return isTaken(base) || summaries.containsKey(base);
  }

  /** How many claims lost their series to another one. */
  int duplicates() {
    int duplicates = 0;
    for (FamilyTable table : ordered) {
      duplicates += table.duplicates();
    }
    return duplicates;
  }

  /** How many series are not written because their family's name is taken. */
  int suppressed() {
    int suppressed = 0;
    for (FamilyTable table : ordered) {
      suppressed += table.suppressed() ? table.size() : 0;
    }
    return suppressed;
  }
}
