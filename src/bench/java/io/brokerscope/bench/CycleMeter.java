package io.brokerscope.bench;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Waits for the monitor's cycles, and reads from its own metrics what they have cost. */
final class CycleMeter {
  private static final String TIMESTAMP = "kafka_monitor_snapshot_timestamp_seconds";
  private static final String DURATION = "kafka_monitor_collect_duration_seconds";
  private static final String REQUESTS = "kafka_monitor_cycle_requests";
  private static final String SENT = "kafka_monitor_sent_bytes_total";
  private static final String RECEIVED = "kafka_monitor_received_bytes_total";
  private static final String MISSING = "kafka_monitor_collect_missing";
  private static final Map<String, String> WHOLE_CYCLE = Map.of("collector", "all");
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final MonitorJvm monitor;
  private final ProcessCpu cpu;
  private Reading last;
  private int incomplete;

  CycleMeter(MonitorJvm monitor) {
    this.monitor = monitor;
    this.cpu = ProcessCpu.of(monitor.pid());
    this.last = new Reading(0, 0, 0, 0);
  }

  /**
   * What a cycle has cost.
   *
   * @param seconds by step, as the monitor names them; {@code all} is the whole cycle
   * @param cpuNanos of the process from the end of the cycle before to the end of this one
   */
  record CycleCost(
      Map<String, Double> seconds,
      double requests,
      double sentBytes,
      double receivedBytes,
      double cpuNanos) {}

  /** Counters at the end of a cycle. */
  private record Reading(
      double timestamp, double sentBytes, double receivedBytes, double cpuNanos) {}

  /**
   * The next cycle that got all answers: one that did not has waited for brokers.
   *
   * @throws IOException if there is none for long
   */
  CycleCost next() throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      MetricsPage page = nextPage(deadlineNanos);
      CycleCost cycle = cost(page);
      if (page.value(MISSING, WHOLE_CYCLE).orElse(Double.NaN) == 0) {
        return cycle;
      }
      incomplete++;
    }
  }

  /** How many cycles did not get all answers. */
  int incomplete() {
    return incomplete;
  }

  private MetricsPage nextPage(long deadlineNanos) throws IOException, InterruptedException {
    MetricsPage page = page();
    while (!(page.value(TIMESTAMP) > last.timestamp())) {
      if (System.nanoTime() > deadlineNanos) {
        throw new IOException(
            "no whole cycle within %d s; the monitor says: %s"
                .formatted(LIMIT.toSeconds(), monitor.errors()));
      }
      Thread.sleep(PAUSE.toMillis());
      page = page();
    }
    return page;
  }

  private CycleCost cost(MetricsPage page) throws IOException {
    Reading before = last;
    last = new Reading(page.value(TIMESTAMP), page.value(SENT), page.value(RECEIVED), cpu.nanos());
    return new CycleCost(
        page.named(DURATION).stream()
            .collect(Collectors.toMap(sample -> sample.labels().get("collector"), Sample::value)),
        page.value(REQUESTS),
        last.sentBytes() - before.sentBytes(),
        last.receivedBytes() - before.receivedBytes(),
        last.cpuNanos() - before.cpuNanos());
  }

  private MetricsPage page() throws IOException, InterruptedException {
    try {
      return monitor.read(List.of(TIMESTAMP, DURATION, REQUESTS, SENT, RECEIVED, MISSING));
    } catch (java.net.ConnectException starting) {
      return MetricsPage.empty();
    }
  }
}
