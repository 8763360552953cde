package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.monitor.kafka.Pace;
import io.brokerscope.monitor.kafka.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends a probe to every partition once an interval. A probe that cannot even be handed over counts
 * as failed all the same: what is not sent because the cluster is down must not look like silence.
 */
final class ProduceLoop implements Worker.Task {
  static final String OPERATION = "canary_produce";

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Canary config;
  private final Supplier<CanaryView> views;
  private final UUID instance;
  private final ProbeReports reports;
  private final Pace pace;
  private final ProbeClient<Producer<byte[], byte[]>> client;

  /** Of the probe that is being handed over: why that failed, null if it did not. */
  private Throwable refusal;

  /**
   * @param instance what the messages carry
   */
  ProduceLoop(
      Canary config,
      CanaryClients clients,
      Supplier<CanaryView> views,
      UUID instance,
      ProbeReports reports) {
    this.config = config;
    this.views = views;
    this.instance = instance;
    this.reports = reports;
    pace = new Pace(config.pace().interval());
    client = new ProbeClient<>(clients::producer, Producer::close, reports.health());
  }

  @Override
  public Duration step() {
    round(views.get().routes().toList());
    return pace.untilNext(System.nanoTime());
  }

  @Override
  public void release() {
    client.close(Duration.ZERO);
  }

  @Override
  public void finish() {
    client.close(CLOSE_LIMIT);
  }

  /** What one probe waits for in vain, metadata above all, the others would wait for too. */
  private void round(List<Route> routes) {
    if (routes.isEmpty()) {
      return;
    }
    reports.present(routes);
    Optional<Throwable> broken = client.obstacle();
    for (Route route : routes) {
      Probing probing = reports.begin(route, System.nanoTime());
      if (broken.isPresent()) {
        reports.failed(probing, broken.get(), System.nanoTime());
      } else {
        broken = handOver(probing);
      }
    }
  }

  /** Why it could not be handed over; what happens later on its way is no reason. */
  private Optional<Throwable> handOver(Probing probing) {
    refusal = null;
    try {
      send(probing, Thread.currentThread());
    } catch (RuntimeException e) {
      // Not reported to the callback: the producer itself is unusable.
      refusal = e;
      reports.failed(probing, e, System.nanoTime());
      release();
    }
    return Optional.ofNullable(refusal);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback gets the same
  private void send(Probing probing, Thread sender) {
    Route route = probing.route();
    byte[] value =
        new Message(instance, route.partition(), probing.sequence(), probing.sentNanos()).bytes();
    client
        .get()
        .send(
            new ProducerRecord<>(config.topic().name(), route.partition(), null, value),
            (metadata, error) -> {
              if (error != null && Thread.currentThread().equals(sender)) {
                refusal = error;
              }
              reported(probing, metadata, error);
            });
  }

  private void reported(Probing probing, RecordMetadata metadata, Exception error) {
    long nowNanos = System.nanoTime();
    if (error == null) {
      long offset = metadata.hasOffset() ? metadata.offset() : Probe.NO_OFFSET;
      reports.acked(probing, offset, nowNanos);
    } else {
      reports.failed(probing, error, nowNanos);
    }
  }
}
