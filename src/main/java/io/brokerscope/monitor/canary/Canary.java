package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.monitor.canary.CanaryState.CoordinatorState;
import io.brokerscope.monitor.canary.CanaryState.PartitionState;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Worker;
import io.prometheus.client.Collector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The end-to-end probe. Everything happens on daemon threads of its own, and no error of Kafka's
 * ends them. Thread-safe.
 */
public final class Canary implements AutoCloseable {
  /** Above what any of them waits for: clients that are made, asked and closed. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

  private final ProbeRecord probes;
  private final Collector collector;
  private final List<Worker> workers;
  private volatile CanaryView view = CanaryView.NOTHING;

  private Canary(MonitorConfig.Canary config, ClientSettings settings, Errors errors) {
    probes = ProbeRecord.of(config.pace());
    collector = new CanaryMetrics(probes, () -> view, this::state);
    UUID instance = UUID.randomUUID();
    CanaryClients clients = new CanaryClients(settings, config.pace());
    Receipts receipts = new Receipts(instance, config.pace().endToEndSla(), probes);
    ProbeReports reports = new ProbeReports(probes, errors, config.pace().produceSla());
    workers =
        List.of(
            Worker.start(
                TopicKeeper.OPERATION,
                LONGEST_STEP,
                new TopicKeeper(config, clients, errors, this::saw),
                errors),
            Worker.start(
                ConsumeLoop.OPERATION,
                LONGEST_STEP,
                new ConsumeLoop(config, clients, () -> view, receipts, errors),
                errors),
            Worker.start(
                ProduceLoop.OPERATION,
                LONGEST_STEP,
                new ProduceLoop(config, clients, () -> view, instance, reports),
                errors),
            Worker.start(
                CommitProbe.OPERATION,
                LONGEST_STEP,
                new CommitProbe(
                    config,
                    clients,
                    () -> view,
                    () -> receipts.position(0),
                    new CommitReports(probes, errors, config.pace().commitSla())),
                errors));
  }

  /**
   * Starts it and returns at once, whether Kafka can be reached or not.
   *
   * @param errors counts and logs what goes wrong
   */
  public static Canary start(MonitorConfig.Canary config, ClientSettings clients, Errors errors) {
    return new Canary(config, clients, errors);
  }

  /** All metrics named {@code kafka_canary_*}. */
  public Collector collector() {
    return collector;
  }

  /** What {@code kafka_canary_up} is made of. */
  public CanaryState state() {
    CanaryView seen = view;
    long nowNanos = System.nanoTime();
    SortedSet<Integer> coordinators = new TreeSet<>();
    seen.offsetsTopic().ifPresent(topic -> coordinators.addAll(topic.leaders().values()));
    Map<Integer, Integer> inFlight = probes.ledger().counts(nowNanos).inFlight();
    return new CanaryState(
        seen.routes()
            .map(route -> partition(route, inFlight.getOrDefault(route.partition(), 0), nowNanos))
            .toList(),
        coordinators.stream()
            .map(broker -> new CoordinatorState(broker, probes.commit().age(broker, nowNanos)))
            .toList(),
        probes.produce().isUp(seen.leaders().keySet(), nowNanos),
        probes.consume().isUp(seen.leaders().keySet(), nowNanos),
        probes.commit().isUp(coordinators, nowNanos),
        seen.problem());
  }

  /** Its threads, for a check of health. */
  public List<Worker> workers() {
    return workers;
  }

  /** Ends the threads and deletes the groups within a few seconds. The topic stays. */
  @Override
  public void close() {
    workers.forEach(Worker::stop);
    long deadlineNanos = System.nanoTime() + CLOSE_LIMIT.toNanos();
    try {
      for (Worker worker : workers) {
        worker.awaitEnd(Duration.ofNanos(deadlineNanos - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PartitionState partition(Route route, int inFlight, long nowNanos) {
    return new PartitionState(
        route.partition(),
        route.broker(),
        probes.produce().age(route.partition(), nowNanos),
        probes.consume().age(route.partition(), nowNanos),
        inFlight);
  }

  private void saw(CanaryView seen) {
    seen.routes().forEach(probes::know);
    view = seen;
  }
}
