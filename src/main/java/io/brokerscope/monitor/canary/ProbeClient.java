package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * The client that probes go through: made when it is needed, closed while nothing may be sent, and
 * made anew when it brings nothing. For one thread.
 */
final class ProbeClient<C> {
  private final Supplier<C> maker;
  private final BiConsumer<C, Duration> closer;
  private final ClientHealth health;
  private C client; // null until it is needed

  /**
   * @param maker throws KafkaException if it cannot be made
   * @param closer closes one within a time
   */
  ProbeClient(Supplier<C> maker, BiConsumer<C, Duration> closer, ClientHealth health) {
    this.maker = maker;
    this.closer = closer;
    this.health = health;
  }

  /** Why nothing can be sent now; if nothing speaks against it there is a client. */
  Optional<Throwable> obstacle() {
    long nowNanos = System.nanoTime();
    Optional<Throwable> lockout = health.lockout(nowNanos);
    if (lockout.isPresent() || health.bringsNothing(nowNanos)) {
      close(Duration.ZERO);
    }
    return lockout.or(this::failureToMake);
  }

  private Optional<Throwable> failureToMake() {
    try {
      if (client == null) {
        client = maker.get();
        health.renewed(System.nanoTime());
      }
      return Optional.empty();
    } catch (KafkaException e) {
      return Optional.of(e);
    }
  }

  /** The client; null if there is none. */
  C get() {
    return client;
  }

  void close(Duration limit) {
    C old = client;
    client = null;
    if (old != null) {
      closer.accept(old, limit);
    }
  }
}
