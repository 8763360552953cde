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
  private final Supplier<Rights> rights;

  AuthorizedMetrics(Supplier<Brokers> brokers, Supplier<Rights> rights) {
    this.brokers = brokers;
    this.rights = rights;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kafka_monitor_authorized",
            "1 if the monitor's principal may do this; without describe, topics and groups are"
                + " missing, most of them without an error.",
            List.of("resource", "operation"));
    Brokers now = brokers.get();
    if (now.authorized().isPresent()) {
      TOLD.forEach(operation -> add(family, "cluster", operation, now.may(operation)));
    }
    Rights seen = rights.get();
    seen.topics().ifPresent(may -> add(family, "topic", AclOperation.DESCRIBE, may));
    seen.groups().ifPresent(may -> add(family, "group", AclOperation.DESCRIBE, may));
    return List.of(family);
  }

  private static void add(
      GaugeMetricFamily family, String resource, AclOperation operation, boolean may) {
    String name = operation.name().toLowerCase(Locale.ROOT);
    family.addMetric(List.of(resource, name), may ? 1 : 0);
  }
}
