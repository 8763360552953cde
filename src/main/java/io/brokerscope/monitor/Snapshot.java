package io.brokerscope.monitor;

import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.GaugeTable;
import io.brokerscope.exposition.LabelText;
import io.brokerscope.exposition.Labels;
import io.brokerscope.exposition.PackedText;
import io.brokerscope.exposition.Packer;
import io.brokerscope.monitor.cluster.ClusterMetrics;
import io.brokerscope.monitor.cluster.ClusterView;
import io.brokerscope.monitor.lag.LagMetrics;
import io.brokerscope.monitor.lag.LagView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cycle found, and its part of the page, written once in each format. Immutable as far as
 * anybody sees; a scrape reads the last one and asks nobody.
 */
final class Snapshot {
  /** Of this page, and not of the cycle's own metrics: a scrape may come between the two. */
  private static final GaugeTable<Snapshot> TIMES =
      GaugeTable.<Snapshot>of(snapshot -> LabelText.of(Labels.none()))
          .gauge(
              "kafka_monitor_snapshot_timestamp_seconds",
              "When the figures were collected, in seconds since the epoch; 0 before the first cycle.",
              snapshot -> snapshot.collectedSeconds)
          .build();

  private final ClusterView cluster;
  private final LagView lag;
  private final double collectedSeconds;

  /** Guarded by itself. */
  private final Map<Format, PackedText> texts = new EnumMap<>(Format.class);

  private Snapshot(ClusterView cluster, LagView lag, double collectedSeconds) {
    this.cluster = cluster;
    this.lag = lag;
    this.collectedSeconds = collectedSeconds;
  }

  /** Of a cycle that ends now. */
  static Snapshot of(ClusterView cluster, LagView lag) {
    return new Snapshot(cluster, lag, System.currentTimeMillis() / 1e3);
  }

  /** Before there is any. */
  static Snapshot none() {
    return new Snapshot(ClusterView.empty(), LagView.empty(), 0);
  }

  /** What is left when it is too old to show: how old it is. */
  Snapshot emptied() {
    return new Snapshot(ClusterView.empty(), LagView.empty(), collectedSeconds);
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
    TIMES.write(List.of(this), choice, encoder);
  }
}
