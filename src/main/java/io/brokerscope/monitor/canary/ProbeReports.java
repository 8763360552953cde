package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Takes the producer's reports on probes. Thread-safe: they come on the producer's own thread. */
final class ProbeReports {
  private final ProbeRecord probes;
  private final Failing failing;
  private final Lockout lockout = new Lockout();
  private final Patience patience;

  /**
   * @param sla how long a send may take
   */
  ProbeReports(ProbeRecord probes, Errors errors, Duration sla) {
    this.probes = probes;
    patience = new Patience(sla);
    failing = new Failing(ProduceLoop.OPERATION, errors);
  }

  /** The partitions that there are. */
  void present(Collection<Route> routes) {
    failing.keepOnly(routes.stream().map(Route::partition).toList());
  }

  Probing begin(Route route, long nowNanos) {
    return new Probing(route, probes.ledger().sent(route, nowNanos), nowNanos);
  }

  void acked(Probing probing, long offset, long nowNanos) {
    Route route = probing.route();
    probes.ledger().acked(route.partition(), probing.sequence(), offset, nowNanos);
    probes.instruments().produced(route, nowNanos - probing.sentNanos());
    probes.produce().succeeded(route.partition(), nowNanos);
    failing.succeeded(route.partition());
    patience.renewed(nowNanos);
  }

  void failed(Probing probing, Throwable error, long nowNanos) {
    Route route = probing.route();
    probes.ledger().failed(route.partition(), probing.sequence(), nowNanos);
    probes.instruments().notProduced(route, Errors.nameOf(error));
    failing.failed(route.partition(), error);
    lockout.noted(error, nowNanos);
  }

  Patience patience() {
    return patience;
  }

  /** The authentication failure because of which nothing may be sent for some time. */
  Optional<Throwable> lockout(long nowNanos) {
    return lockout.cause(nowNanos);
  }
}
