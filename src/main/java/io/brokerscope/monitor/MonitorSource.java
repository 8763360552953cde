package io.brokerscope.monitor;

import io.brokerscope.exposition.BodyPool;
import io.brokerscope.exposition.ByteSink;
import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.exposition.PackedText;
import io.brokerscope.http.MetricsSource;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.cluster.ClusterMetrics;
import io.brokerscope.registry.RegistryWriter;
import io.prometheus.client.CollectorRegistry;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes what is known: the last look at the brokers, the last snapshot, the monitor's own metrics.
 * Asks nobody, so it answers at once whatever happens to Kafka.
 */
final class MonitorSource implements MetricsSource {
  private final Supplier<Brokers> brokers;
  private final Supplier<Snapshot> snapshot;
  private final Demand demand;
  private final RegistryWriter registry;
  private final BodyPool pool = new BodyPool();

  /**
   * @param demand learns in which formats there are scrapes
   * @param registry the canary's, the monitor's own and the JVM's metrics
   */
  MonitorSource(
      Supplier<Brokers> brokers,
      Supplier<Snapshot> snapshot,
      Demand demand,
      CollectorRegistry registry) {
    this.brokers = brokers;
    this.snapshot = snapshot;
    this.demand = demand;
    this.registry = new RegistryWriter(registry);
  }

  /** One at a time, because of the registry's writer; what is large is written already. */
  @Override
  public synchronized MetricsBody scrape(Format format, Set<String> names) {
    FamilyChoice choice = new FamilyChoice(names);
    ByteSink sink = pool.takeSink();
    Encoder encoder = new Encoder(format, sink);
    PackedText packed = PackedText.NONE;
    if (choice.isAll()) {
      demand.asked(format);
      packed = snapshot.get().text(format);
    } else {
      snapshot.get().write(choice, encoder);
    }
    ClusterMetrics.write(brokers.get(), choice, encoder);
    registry.write(encoder, choice);
    encoder.end();
    return pool.finish(packed, sink, format);
  }
}
