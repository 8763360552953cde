package io.brokerscope.packs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.server.telemetry.ClientTelemetryExporter;
import org.apache.kafka.server.telemetry.ClientTelemetryExporterProvider;

/**
 * A plug-in of a broker that takes the metrics clients push to it (KIP-714). It throws away what it
 * takes, and fails now and then.
 */
public final class MetricsReceiver implements MetricsReporter, ClientTelemetryExporterProvider {
  private static final int PUSHES_A_FAILURE = 5;

  private final AtomicInteger pushes = new AtomicInteger();

  @Override
  public ClientTelemetryExporter clientTelemetryExporter() {
    return (context, payload) -> {
      if (pushes.incrementAndGet() % PUSHES_A_FAILURE == 0) {
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
