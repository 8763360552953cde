package io.brokerscope.monitor;

import io.brokerscope.monitor.cluster.Brokers;
import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What the monitor's principal may do. Kafka hides what one may not see without an error, so a
 * cluster that looks empty needs this beside it.
 */
final class AuthorizedMetrics extends Collector {
  /** DESCRIBE is what the cycle needs; ALTER lets the canary elect its topic's leaders. */
  private static final List<AclOperation> TOLD = List.of(AclOperation.DESCRIBE, AclOperation.ALTER);

  private final Supplier<Brokers> brokers;

  AuthorizedMetrics(Supplier<Brokers> brokers) {
    this.brokers = brokers;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kafka_monitor_authorized",
            "1 if the monitor's principal may do this; without describe on the cluster, topics and"
                + " groups are missing without an error.",
            List.of("resource", "operation"));
    Brokers now = brokers.get();
    if (now.authorized().isPresent()) {
      for (AclOperation operation : TOLD) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        family.addMetric(List.of("cluster", name), now.may(operation) ? 1 : 0);
      }
    }
    return List.of(family);
  }
}
