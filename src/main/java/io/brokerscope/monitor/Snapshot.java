package io.brokerscope.monitor;

import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.PackedText;
import io.brokerscope.exposition.Packer;
import io.brokerscope.monitor.cluster.ClusterMetrics;
import io.brokerscope.monitor.cluster.ClusterView;
import io.brokerscope.monitor.lag.LagMetrics;
import io.brokerscope.monitor.lag.LagView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a cycle found, and its part of the page, written once in each format. Immutable as far as
 * anybody sees; a scrape reads the last one and asks nobody.
 */
final class Snapshot {
  private final ClusterView cluster;
  private final LagView lag;

  /** Guarded by itself. */
  private final Map<Format, PackedText> texts = new EnumMap<>(Format.class);

  Snapshot(ClusterView cluster, LagView lag) {
    this.cluster = cluster;
    this.lag = lag;
  }

  static Snapshot empty() {
    return new Snapshot(ClusterView.empty(), LagView.empty());
  }

  LagView lag() {
    return lag;
  }

  /** All its families; for a large cluster the first call in a format takes a quarter second. */
  PackedText text(Format format) {
    synchronized (texts) {
      return texts.computeIfAbsent(format, this::pack);
    }
  }

  private PackedText pack(Format format) {
    Packer packer = new Packer();
    write(new FamilyChoice(Set.of()), new Encoder(format, packer.sink()));
    return packer.finish();
  }

  /** Appends the chosen families. */
  void write(FamilyChoice choice, Encoder encoder) {
    ClusterMetrics.write(cluster, choice, encoder);
    LagMetrics.write(lag, choice, encoder);
  }
}
