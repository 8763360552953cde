package io.brokerscope.monitor;

import io.brokerscope.exposition.BodyPool;
import io.brokerscope.exposition.ByteSink;
import io.brokerscope.exposition.Encoder;
import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.http.MetricsSource;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.cluster.ClusterMetrics;
import io.brokerscope.monitor.lag.LagMetrics;
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
  private final RegistryWriter registry;
  private final BodyPool pool = new BodyPool();

  /**
   * @param registry the canary's, the monitor's own and the JVM's metrics
   */
  MonitorSource(
      Supplier<Brokers> brokers, Supplier<Snapshot> snapshot, CollectorRegistry registry) {
    this.brokers = brokers;
    this.snapshot = snapshot;
    this.registry = new RegistryWriter(registry);
  }

  /** One at a time: a large cluster's document has tens of megabytes. */
  @Override
  public synchronized MetricsBody scrape(Format format, Set<String> names) {
    FamilyChoice choice = new FamilyChoice(names);
    Snapshot now = snapshot.get();
    ByteSink sink = pool.takeSink();
    Encoder encoder = new Encoder(format, sink);
    ClusterMetrics.write(brokers.get(), now.cluster(), choice, encoder);
    LagMetrics.write(now.lag(), choice, encoder);
    registry.write(encoder, choice);
    encoder.end();
    return pool.finish(sink, format);
  }
}
