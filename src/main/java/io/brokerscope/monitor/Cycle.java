package io.brokerscope.monitor;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.cluster.ClusterView;
import io.brokerscope.monitor.cluster.OffsetCollector;
import io.brokerscope.monitor.cluster.Offsets;
import io.brokerscope.monitor.cluster.Storage;
import io.brokerscope.monitor.cluster.StorageCollector;
import io.brokerscope.monitor.cluster.TopicCollector;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.kafka.AdminSource;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Pace;
import io.brokerscope.monitor.kafka.Question;
import io.brokerscope.monitor.kafka.RequestBudget;
import io.brokerscope.monitor.kafka.Traffic;
import io.brokerscope.monitor.kafka.Worker;
import io.brokerscope.monitor.lag.BrokerLookUp;
import io.brokerscope.monitor.lag.GroupAnswers;
import io.brokerscope.monitor.lag.GroupCollector;
import io.brokerscope.monitor.lag.LagTracker;
import io.brokerscope.monitor.lag.LagView;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.KafkaException;

/**
 * Asks Kafka for everything, in the order that makes the answers fit together, and leaves a
 * snapshot.
 */
final class Cycle implements Worker.Task {
  static final String OPERATION = "cycle";

  /** So many cycles that find nobody leave the last figures; then they are too old to show. */
  private static final int MOST_FAILED = 2;

  private static final Duration FIRST_LOOK = Duration.ofMillis(100);
  private static final String ALL = "all";

  private final MonitorConfig config;
  private final Supplier<Brokers> brokers;
  private final Errors errors;
  private final AdminSource admin;
  private final TopicCollector topicCollector;
  private final GroupCollector groupCollector;
  private final LagTracker lag;
  private final CycleMetrics metrics = new CycleMetrics();
  private final Pace pace;
  private final Demand demand = new Demand();
  private volatile Snapshot snapshot = Snapshot.none();
  private volatile Rights rights = Rights.unknown();
  private volatile boolean complete;
  private Storage storage = Storage.none();
  private boolean started;
  private int cycles;

  /** Answers that have not come in this cycle. */
  private int missing;

  private int failedCycles;

  /**
   * @param brokers as last seen by the watch
   */
  Cycle(MonitorConfig config, ClientSettings clients, Supplier<Brokers> brokers, Errors errors) {
    this.config = config;
    this.brokers = brokers;
    this.errors = errors;
    this.admin = new AdminSource(clients, "cycle", config.collect().timeout());
    this.topicCollector = new TopicCollector(config.choice().topics());
    this.groupCollector = new GroupCollector(config.choice());
    this.lag = new LagTracker(config);
    this.pace = new Pace(config.collect().interval());
  }

  CycleMetrics metrics() {
    return metrics;
  }

  /** To be told in which formats there are scrapes, as snapshots are written in these. */
  Demand demand() {
    return demand;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** As far as the last cycle told. */
  Rights rights() {
    return rights;
  }

  /** Whether there has been a cycle that ended; what did not answer is counted, and may never. */
  boolean isReady() {
    return complete;
  }

  @Override
  public Duration step() throws InterruptedException {
    Brokers seen = brokers.get();
    if (seen.reachable()) {
      cycle(seen);
    } else if (started) {
      failed(System.nanoTime());
    } else {
      return FIRST_LOOK; // The watch has not looked yet, or still looks.
    }
    started = true;
    return pace.untilNext(System.nanoTime());
  }

  private void cycle(Brokers seen) throws InterruptedException {
    long startNanos = System.nanoTime();
    missing = 0;
    boolean collected = false;
    try {
      collect(seen);
      collected = true;
      metrics.step(ALL, startNanos, missing);
      failedCycles = 0;
      complete = true;
      errors.succeeded(OPERATION);
    } catch (ExecutionException e) {
      // It has been counted where it happened.
    } catch (KafkaException e) {
      errors.failed(OPERATION, e); // The client cannot be made, as when no bootstrap name resolves.
    } finally {
      if (!collected) {
        failed(startNanos);
      }
    }
  }

  private void failed(long startNanos) {
    metrics.failed(ALL, startNanos);
    if (++failedCycles > MOST_FAILED) {
      snapshot = snapshot.emptied();
    }
    release();
  }

  private void collect(Brokers seen) throws ExecutionException, InterruptedException {
    Question question = new Question(admin.get(), config.collect().timeout(), errors);
    Traffic traffic = Traffic.of(question.admin());
    Traffic.Count before = traffic.count();
    try {
      Topics topics = topics(question);
      // Commits before ends: a lag is never below zero because a consumer was quicker than we.
      GroupAnswers groups =
          step("groups", () -> groupCollector.collect(question), GroupAnswers::missing);
      Offsets offsets =
          step("offsets", () -> OffsetCollector.collect(question, topics), Offsets::missing);
      lag.update(groups, topics, offsets);
      rights = Rights.of(topics, groups);
      if (isStorageDue()) {
        storage =
            step(
                "storage",
                () -> StorageCollector.collect(question, seen.upIds(), topics, storage),
                Storage::missing);
        lag.compacted(storage.compactedTopics());
      }
      LagView ages = searchAges(topics, new Asking(question, traffic, before.requests(), seen));
      snapshot = written(Snapshot.of(ClusterView.of(topics, offsets, storage), ages));
    } finally {
      metrics.traffic(before, traffic.count());
      cycles++;
    }
  }

  /** Writes it in the formats of the next scrapes, so that they need not wait for that. */
  private Snapshot written(Snapshot next) {
    long startNanos = System.nanoTime();
    demand.lately().forEach(next::text);
    metrics.step("page", startNanos, 0);
    return next;
  }

  private Topics topics(Question question) throws ExecutionException, InterruptedException {
    long startNanos = System.nanoTime();
    try {
      Topics topics = topicCollector.collect(question);
      metrics.step("topics", startNanos, topics.missing());
      missing += topics.missing();
      return topics;
    } catch (ExecutionException e) {
      metrics.failed("topics", startNanos);
      throw e;
    }
  }

  /** Not in the first cycle, in which the client has its connections to make. */
  private boolean isStorageDue() {
    int every = config.collect().logDirsEvery();
    return cycles % every == 1 % every || storage.missing() > 0;
  }

  /** What the cycle has asked with so far, and for how much. */
  private record Asking(Question question, Traffic traffic, long requestsBefore, Brokers brokers) {}

  /** Last, with what the other steps have left of the cycle's budget; ages may take several. */
  private LagView searchAges(Topics topics, Asking asking) throws InterruptedException {
    int up = asking.brokers().upIds().size();
    RequestBudget budget =
        RequestBudget.ofCycle(
            asking.traffic(), asking.requestsBefore(), up, topics.partitionCount());
    long startNanos = System.nanoTime();
    lag.searchAges(new BrokerLookUp(asking.question(), budget, up));
    LagView view = lag.view(topics);
    metrics.step("lag_seconds", startNanos, view.agesMissing());
    return view;
  }

  /** One question of the cycle. */
  @FunctionalInterface
  private interface Step<T> {
    T ask() throws InterruptedException;
  }

  private <T> T step(String collector, Step<T> step, ToIntFunction<T> unansweredIn)
      throws InterruptedException {
    long startNanos = System.nanoTime();
    T answer = step.ask();
    int unanswered = unansweredIn.applyAsInt(answer);
    metrics.step(collector, startNanos, unanswered);
    missing += unanswered;
    return answer;
  }

  @Override
  public void release() {
    admin.close();
  }
}
