package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.monitor.kafka.Pace;
import io.brokerscope.monitor.kafka.Partial;
import io.brokerscope.monitor.kafka.Partial.Deadline;
import io.brokerscope.monitor.kafka.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Commits an offset to every coordinator once an interval; none waits for another. */
final class CommitProbe implements Worker.Task {
  static final String OPERATION = "canary_commit";

  private static final Duration FINISH_LIMIT = Duration.ofSeconds(2);

  private final Canary config;
  private final Supplier<CanaryView> views;
  private final LongSupplier position;
  private final CommitReports reports;
  private final GroupNames names;
  private final OwnGroups groups;
  private final Pace pace;
  private final ProbeClient<Admin> client;

  /** By group: one whose commit is not done yet is neither committed for again nor deleted. */
  private final Map<String, KafkaFuture<Void>> inFlight = new HashMap<>();

  /**
   * @param position what to commit for partition 0: with anything else, lag would be seen where
   *     there is none
   */
  CommitProbe(
      Canary config,
      CanaryClients clients,
      Supplier<CanaryView> views,
      LongSupplier position,
      CommitReports reports) {
    this.config = config;
    this.views = views;
    this.position = position;
    this.reports = reports;
    names = new GroupNames(config.instance());
    groups = new OwnGroups(names, reports.errors());
    pace = new Pace(config.pace().commitInterval());
    client = new ProbeClient<>(() -> clients.admin("canary-commit"), this::close, reports.health());
  }

  @Override
  public Duration step() {
    CanaryView view = views.get();
    if (view.topicId().isPresent()) {
      round(view.offsetsTopic());
    }
    return pace.untilNext(System.nanoTime());
  }

  @Override
  public void release() {
    client.close(Duration.ZERO);
  }

  private void close(Admin admin, Duration limit) {
    admin.close(limit);
    inFlight.clear(); // Of a client whose thread has died none would ever be done.
  }

  /** A commit that lands after the deletion would bring its group back. */
  @Override
  public void finish() throws InterruptedException {
    if (client.get() != null) {
      Partial.await(inFlight, Deadline.in(FINISH_LIMIT));
      groups.deleteAll(client.get(), FINISH_LIMIT);
    }
    release();
  }

  private void round(Optional<OffsetsTopic> offsetsTopic) {
    Map<Integer, String> byCoordinator = offsetsTopic.map(names::byCoordinator).orElse(Map.of());
    reports.present(byCoordinator.keySet());
    Optional<Throwable> broken = client.obstacle();
    if (broken.isPresent()) {
      Throwable error = broken.get();
      byCoordinator.keySet().forEach(broker -> reports.failed(broker, error, System.nanoTime()));
      return;
    }
    groups.findLeftovers(client.get());
    inFlight.values().removeIf(KafkaFuture::isDone);
    if (offsetsTopic.isEmpty()) {
      // Any commit makes Kafka make it; there is no coordinator to count this one for.
      commit(names.group(0), reports::attempted);
    }
    byCoordinator.forEach(this::probe);
    Set<String> kept = new HashSet<>(byCoordinator.values());
    kept.addAll(inFlight.keySet());
    groups.deleteAllBut(kept, client.get());
  }

  private void probe(int coordinator, String group) {
    long startNanos = System.nanoTime();
    commit(
        group,
        error -> {
          if (error == null) {
            reports.committed(coordinator, startNanos, System.nanoTime());
          } else {
            reports.failed(coordinator, error, System.nanoTime());
          }
        });
  }

  /**
   * @param report takes the error, null if there was none
   */
  private void commit(String group, Consumer<Throwable> report) {
    if (inFlight.containsKey(group)) {
      return;
    }
    groups.used(group);
    KafkaFuture<Void> reported =
        client
            .get()
            .alterConsumerGroupOffsets(
                group,
                Map.of(
                    new TopicPartition(config.topic().name(), 0),
                    new OffsetAndMetadata(position.getAsLong())),
                new AlterConsumerGroupOffsetsOptions()
                    .timeoutMs(Math.toIntExact(config.pace().commitSla().toMillis())))
            .all()
            .whenComplete((done, error) -> report.accept(error));
    inFlight.put(group, reported);
  }
}
