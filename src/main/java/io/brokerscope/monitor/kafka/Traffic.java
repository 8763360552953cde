package io.brokerscope.monitor.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What an admin client has sent and received, by its own metrics. */
public final class Traffic {
  private static final String GROUP = "admin-client-metrics";

  private final Metric requests;
  private final Metric sentBytes;
  private final Metric receivedBytes;

  private Traffic(Metric requests, Metric sentBytes, Metric receivedBytes) {
    this.requests = requests;
    this.sentBytes = sentBytes;
    this.receivedBytes = receivedBytes;
  }

  public static Traffic of(Admin admin) {
    Map<MetricName, ? extends Metric> metrics = admin.metrics();
    return new Traffic(
        find(metrics, "request-total"),
        find(metrics, "outgoing-byte-total"),
        find(metrics, "incoming-byte-total"));
  }

  public long requests() {
    return value(requests);
  }

  /** All of it so far. */
  public Count count() {
    return new Count(value(requests), value(sentBytes), value(receivedBytes));
  }

  /** Since the client was made, or between two moments. */
  public record Count(long requests, long sentBytes, long receivedBytes) {

    public Count minus(Count before) {
      return new Count(
          requests - before.requests,
          sentBytes - before.sentBytes,
          receivedBytes - before.receivedBytes);
    }
  }

  private static long value(Metric metric) {
    return ((Number) metric.metricValue()).longValue();
  }

  private static Metric find(Map<MetricName, ? extends Metric> metrics, String name) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getKey().group().equals(GROUP) && entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the admin client has no metric %s in %s".formatted(name, GROUP)));
  }
}
