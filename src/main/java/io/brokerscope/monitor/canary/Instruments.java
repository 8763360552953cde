package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is counted and timed as it happens. Thread-safe. */
final class Instruments {
  private static final double[] BUCKETS_SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 20
  };
  private static final String OK = "ok";
  private static final String FAILED = "failed";
  private static final String PARTITION = "partition";
  private static final String BROKER = "broker";
  private static final String COORDINATOR = "coordinator";
  private static final String RESULT = "result";

  private final Counter produced =
      Counter.build(
              "kafka_canary_produce_total", "Probes that the producer reported on, by result.")
          .labelNames(PARTITION, BROKER, RESULT)
          .create();

  private final Counter produceErrors =
      Counter.build(
              "kafka_canary_produce_errors_total",
              "Probes that the producer could not send in time, by the class of the error.")
          .labelNames(PARTITION, BROKER, "error")
          .create();

  private final Counter committed =
      Counter.build("kafka_canary_commit_total", "Commits to each group coordinator, by result.")
          .labelNames(COORDINATOR, RESULT)
          .create();

  private final Histogram produceLatency;
  private final Histogram endToEndLatency;
  private final Histogram commitLatency;

  /**
   * Nothing counted yet.
   *
   * @param pace with the times that are each a boundary of a histogram
   */
  Instruments(CanaryPace pace) {
    produceLatency =
        latency(
            "kafka_canary_produce_latency_seconds",
            "From the send to the ack of all replicas in sync, of the probes that were acked.",
            pace.produceSla(),
            PARTITION,
            BROKER);
    endToEndLatency =
        latency(
            "kafka_canary_end_to_end_latency_seconds",
            "From the send to the receipt, of the probes that came within twice their SLA.",
            pace.endToEndSla(),
            PARTITION,
            BROKER);
    commitLatency =
        latency(
            "kafka_canary_commit_latency_seconds",
            "How long commits took, the search for the coordinator included, of those that worked.",
            pace.commitSla(),
            COORDINATOR);
  }

  private static Histogram latency(String name, String help, Duration sla, String... labels) {
    return Histogram.build(name, help).labelNames(labels).buckets(bucketsWith(sla)).create();
  }

  private static double[] bucketsWith(Duration sla) {
    return DoubleStream.concat(
            DoubleStream.of(BUCKETS_SECONDS), DoubleStream.of(seconds(sla.toNanos())))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Makes the series of a route appear, at 0: a rate needs a value before the first event. */
  void know(Route route) {
    produced.labels(with(route, OK));
    produced.labels(with(route, FAILED));
    produceLatency.labels(route.labels());
    endToEndLatency.labels(route.labels());
  }

  /** As {@link #know}, of a coordinator's broker. */
  void knowCoordinator(int broker) {
    String label = Integer.toString(broker);
    committed.labels(label, OK);
    committed.labels(label, FAILED);
    commitLatency.labels(label);
  }

  void produced(Route route, long latencyNanos) {
    produced.labels(with(route, OK)).inc();
    produceLatency.labels(route.labels()).observe(seconds(latencyNanos));
  }

  /**
   * @param error its class
   */
  void notProduced(Route route, String error) {
    produced.labels(with(route, FAILED)).inc();
    produceErrors.labels(with(route, error)).inc();
  }

  void received(Route route, long latencyNanos) {
    endToEndLatency.labels(route.labels()).observe(seconds(latencyNanos));
  }

  void committed(int coordinator, long latencyNanos) {
    String label = Integer.toString(coordinator);
    committed.labels(label, OK).inc();
    commitLatency.labels(label).observe(seconds(latencyNanos));
  }

  void notCommitted(int coordinator) {
    committed.labels(Integer.toString(coordinator), FAILED).inc();
  }

  List<Collector.MetricFamilySamples> collect() {
    return Stream.<Collector>of(
            produced, produceErrors, committed, produceLatency, endToEndLatency, commitLatency)
        .flatMap(collector -> collector.collect().stream())
        .toList();
  }

  private static String[] with(Route route, String third) {
    String[] labels = route.labels();
    return new String[] {labels[0], labels[1], third};
  }

  private static double seconds(long nanos) {
    return nanos / Collector.NANOSECONDS_PER_SECOND;
  }
}
