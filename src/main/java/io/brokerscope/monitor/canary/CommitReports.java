package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.util.Optional;

/** Takes the results of commits. Thread-safe: they come on the admin client's own thread. */
final class CommitReports {
  private final ProbeRecord probes;
  private final Errors errors;
  private final Failing failing;
  private final Lockout lockout = new Lockout();

  CommitReports(ProbeRecord probes, Errors errors) {
    this.probes = probes;
    this.errors = errors;
    failing = new Failing(CommitProbe.OPERATION, errors);
  }

  Errors errors() {
    return errors;
  }

  /** Makes the series of a coordinator appear, at 0. */
  void know(int coordinator) {
    probes.instruments().knowCoordinator(coordinator);
  }

  void committed(int coordinator, long startNanos, long nowNanos) {
    probes.instruments().committed(coordinator, nowNanos - startNanos);
    probes.commit().succeeded(coordinator, nowNanos);
    failing.succeeded(coordinator);
  }

  void failed(int coordinator, Throwable error, long nowNanos) {
    probes.instruments().notCommitted(coordinator);
    failing.failed(coordinator, error);
    lockout.noted(error, nowNanos);
  }

  /**
   * A commit that is nobody's probe.
   *
   * @param error null if there was none
   */
  void attempted(Throwable error) {
    if (error != null) {
      errors.failed(CommitProbe.OPERATION, error);
      lockout.noted(error, System.nanoTime());
    }
  }

  /** The authentication failure because of which nothing may be committed for some time. */
  Optional<Throwable> lockout(long nowNanos) {
    return lockout.cause(nowNanos);
  }
}
