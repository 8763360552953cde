package io.brokerscope.monitor;

import io.brokerscope.monitor.kafka.Traffic;
import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the cycles go. Written by the cycle's thread, read by scrapes. */
final class CycleMetrics extends Collector {
  private final Gauge success =
      Gauge.build(
              "kafka_monitor_collect_success",
              "1 if the last cycle got all answers of this step; the figures of what is missing are"
                  + " older, or absent. 0 for all steps if the cycle failed.")
          .labelNames("collector")
          .create();

  private final Gauge duration =
      Gauge.build(
              "kafka_monitor_collect_duration_seconds",
              "Time that the step took in the last cycle; all is the whole cycle.")
          .labelNames("collector")
          .create();

  private final Gauge missing =
      Gauge.build(
              "kafka_monitor_collect_missing",
              "Topics, groups, partitions or brokers that gave the step no answer in the last cycle, and"
                  + " for lag_seconds ages that have yet to be found; 0 is normal. Absent if the cycle"
                  + " failed.")
          .labelNames("collector")
          .create();

  private final Gauge cycleRequests =
      Gauge.build(
              "kafka_monitor_cycle_requests",
              "Requests that the last cycle sent to Kafka, by the client's own count.")
          .create();

  private final Counter requests =
      Counter.build("kafka_monitor_requests_total", "Requests that the cycles have sent to Kafka.")
          .create();

  private final Counter sentBytes =
      Counter.build("kafka_monitor_sent_bytes_total", "Bytes that the cycles have sent to Kafka.")
          .create();

  private final Counter receivedBytes =
      Counter.build(
              "kafka_monitor_received_bytes_total", "Bytes that the cycles have got from Kafka.")
          .create();

  /** Those there have been so far. */
  private final Set<String> steps = new HashSet<>();

  /** Notes how a step went. */
  void step(String collector, long startNanos, int missingAnswers) {
    took(collector, startNanos);
    success.labels(collector).set(missingAnswers > 0 ? 0 : 1);
    missing.labels(collector).set(missingAnswers);
  }

  /** Notes that a step got no answer, so that the cycle ends and no other step has any. */
  void failed(String collector, long startNanos) {
    took(collector, startNanos);
    steps.forEach(step -> success.labels(step).set(0));
    missing.clear();
  }

  private void took(String collector, long startNanos) {
    steps.add(collector);
    duration.labels(collector).set((System.nanoTime() - startNanos) / NANOSECONDS_PER_SECOND);
  }

  /**
   * Notes what a cycle has cost.
   *
   * @param before of the same client
   */
  void traffic(Traffic.Count before, Traffic.Count after) {
    Traffic.Count spent = after.minus(before);
    cycleRequests.set((double) spent.requests());
    requests.inc((double) spent.requests());
    sentBytes.inc((double) spent.sentBytes());
    receivedBytes.inc((double) spent.receivedBytes());
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>();
    List.of(success, duration, missing, cycleRequests, requests, sentBytes, receivedBytes)
        .forEach(collector -> families.addAll(collector.collect()));
    return families;
  }
}
