package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.FamilyHeader;
import io.brokerscope.exposition.MetricType;
import io.brokerscope.exposition.Series;
import io.brokerscope.exposition.SeriesText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The series of one family, who claims them, and what the family is called and is. */
final class FamilyTable {
  private final String name;
  private final boolean summary;

  /** Claims that lost their series to another one, by series; nearly always empty. */
  private final Map<SeriesEntry, List<NumberSink>> losers = new HashMap<>(0);

  private final Map<MetricType, Integer> claimsByType = new EnumMap<>(MetricType.class);
  private MetricType type = MetricType.UNKNOWN;

  private String help;
  private FamilyHeader header;
  private boolean headerForClash;

  /** Whether another family has a name that this one would write; it is left out then. */
  private boolean suppressed;

  private final SeriesEntries entries = new SeriesEntries();

  /**
   * Text and slot of each entry, for the encoder: following the entries to their series and sinks
   * would touch four more objects a series, which a scrape every few seconds finds in no cache.
   */
  private SeriesText text = SeriesText.none();

  private int[] slots = {};

  /** Whether an entry has lost its last claim since the family was tidied up. */
  private boolean hasUnclaimed;

  FamilyTable(String name, boolean summary) {
    this.name = name;
    this.summary = summary;
  }

  String name() {
    return name;
  }

  boolean isSummary() {
    return summary;
  }

  boolean isIn(FamilyChoice choice) {
    return choice.includes(name, type);
  }

  int size() {
    return entries.size();
  }

  SeriesText text() {
    return text;
  }

  Series series(int i) {
    return entries.get(i).series;
  }

  FamilyHeader header() {
    return header;
  }

  String help() {
    return help;
  }

  boolean suppressed() {
    return suppressed;
  }

  void suppress(boolean suppress) {
    suppressed = suppress;
  }

  /** How many claims lost their series to another one. */
  int duplicates() {
    int duplicates = 0;
    for (List<NumberSink> lost : losers.values()) {
      duplicates += lost.size();
    }
    return duplicates;
  }

  /** Lets a sink claim a series; of several the first in {@link ClaimOrder} has it. */
  void claim(SeriesEntry entry, NumberSink claim) {
    NumberSink holder = entry.winner();
    if (holder == null) {
      entry.winner(claim);
      return;
    }
    boolean wins = ClaimOrder.compare(claim.owner(), holder.owner()) < 0;
    losers.computeIfAbsent(entry, e -> new ArrayList<>(1)).add(wins ? holder : claim);
    entry.winner(wins ? claim : holder);
  }

  /**
   * The number of an entry that is exposed: the winner's, or where that cannot be, the next one's
   * that can. One bad sample must not cost another.
   */
  double value(int i, ValueStore values) {
    double value = values.get(slots[i]);
    return losers.isEmpty() || isUsable(value) ? value : firstUsable(entries.get(i), value, values);
  }

  private boolean isUsable(double value) {
    return !Absent.is(value) && !(value < 0 && type == MetricType.COUNTER);
  }

  private double firstUsable(SeriesEntry entry, double winners, ValueStore values) {
    return losers.getOrDefault(entry, List.of()).stream()
        .sorted((a, b) -> ClaimOrder.compare(a.owner(), b.owner()))
        .mapToDouble(loser -> values.get(loser.slot()))
        .filter(this::isUsable)
        .findFirst()
        .orElse(winners);
  }

  /** Takes a claim back; if it had the series, the next one gets it. */
  void release(SeriesEntry entry, NumberSink claim) {
    List<NumberSink> lost = losers.get(entry);
    if (lost == null) {
      entry.winner(null);
      hasUnclaimed = true;
      return;
    }
    if (entry.winner() == claim) {
      NumberSink next = Collections.min(lost, (a, b) -> ClaimOrder.compare(a.owner(), b.owner()));
      entry.winner(next);
      lost.remove(next);
    } else {
      lost.remove(claim);
    }
    if (lost.isEmpty()) {
      losers.remove(entry);
    }
  }

  /** Counts a claim's type; claims of different types make the family one of unknown type. */
  void addClaim(MetricType claimType, String claimHelp) {
    claimsByType.merge(claimType, 1, Integer::sum);
    type = typeOfClaims();
    if (help == null) {
      help = claimHelp;
    }
  }

  void removeClaim(MetricType claimType) {
    claimsByType.merge(claimType, -1, (a, b) -> a + b == 0 ? null : a + b);
    type = typeOfClaims();
  }

  private MetricType typeOfClaims() {
    return claimsByType.size() == 1 ? claimsByType.keySet().iterator().next() : MetricType.UNKNOWN;
  }

  MetricType type() {
    return type;
  }

  /**
   * Makes the header if it must change; {@code clash} says that OpenMetrics has another family of
   * the name that this counter has there.
   */
  void refreshHeader(boolean clash) {
    if (header == null || header.type() != type || clash != headerForClash) {
      FamilyHeader plain = new FamilyHeader(name, type, help);
      header = clash ? plain.withoutOpenMetricsCounter() : plain;
      headerForClash = clash;
    }
  }

  /** The entry of a series, made if it is not there and {@code mayCreate}; else null. */
  SeriesEntry find(Series series, boolean mayCreate) {
    SeriesEntry entry = entries.find(series);
    if (entry == null && mayCreate) {
      entry = new SeriesEntry(series, this);
      entries.add(entry);
    }
    return entry;
  }

  /**
   * Tidies up: removes the entries whose claims have all gone, and makes the rest ready to be read.
   * Done once for a batch of changes: topics are deleted by the hundred, and moving the arrays
   * together for each series would be quadratic.
   */
  void settle() {
    if (hasUnclaimed) {
      hasUnclaimed = false;
      entries.removeUnclaimed();
    }
    text = SeriesText.of(entries.series());
    slots = entries.slots();
  }
}
