package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.time.Duration;
import java.util.Collection;

/** Takes the results of commits. Thread-safe: they come on the admin client's own thread. */
final class CommitReports {
  private final ProbeRecord probes;
  private final Errors errors;
  private final Failing failing;
  private final ClientHealth health;

  /**
   * @param sla how long a commit may take
   */
  CommitReports(ProbeRecord probes, Errors errors, Duration sla) {
    this.probes = probes;
    health = new ClientHealth(sla);
    this.errors = errors;
    failing = new Failing(CommitProbe.OPERATION, errors);
  }

  Errors errors() {
    return errors;
  }

  /** The coordinators that there are: makes their series appear, at 0. */
  void present(Collection<Integer> coordinators) {
    coordinators.forEach(probes.instruments()::knowCoordinator);
    failing.keepOnly(coordinators);
  }

  void committed(int coordinator, long startNanos, long nowNanos) {
    probes.instruments().committed(coordinator, nowNanos - startNanos);
    probes.commit().succeeded(coordinator, nowNanos);
    failing.succeeded(coordinator);
    health.renewed(nowNanos);
  }

  void failed(int coordinator, Throwable error, long nowNanos) {
    probes.instruments().notCommitted(coordinator);
    failing.failed(coordinator, error);
    health.failed(error, nowNanos);
  }

  /**
   * A commit that is nobody's probe.
   *
   * @param error null if there was none
   */
  void attempted(Throwable error) {
    long nowNanos = System.nanoTime();
    if (error == null) {
      health.renewed(nowNanos);
    } else {
      errors.failed(CommitProbe.OPERATION, error);
      health.failed(error, nowNanos);
    }
  }

  /** Of the client that commits. */
  ClientHealth health() {
    return health;
  }
}
