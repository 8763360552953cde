package io.brokerscope.packs;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.server.telemetry.ClientTelemetryExporter;
import org.apache.kafka.server.telemetry.ClientTelemetryExporterProvider;

/**
 * A plug-in of a broker that takes the metrics clients push to it (KIP-714) and throws them away.
 * It fails for one client; that never pushes again, as Kafka's clients take a failure for their
 * own.
 */
public final class MetricsReceiver implements MetricsReporter, ClientTelemetryExporterProvider {
  static final String REFUSED_CLIENT = "refused";

  @Override
  public ClientTelemetryExporter clientTelemetryExporter() {
    return (context, payload) -> {
      if (context.authorizableRequestContext().clientId().equals(REFUSED_CLIENT)) {
        throw new IllegalStateException("a failure, as ordered");
      }
    };
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // There is nothing to set.
  }

  @Override
  public void init(List<KafkaMetric> metrics) {
    // The broker's own metrics are others' business, here and below.
  }

  @Override
  public void metricChange(KafkaMetric metric) {}

  @Override
  public void metricRemoval(KafkaMetric metric) {}

  @Override
  public void close() {
    // There is nothing to release.
  }
}
