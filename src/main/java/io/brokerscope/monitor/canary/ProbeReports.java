package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.time.Duration;
import java.util.Collection;

/** Takes the producer's reports on probes. Thread-safe: they come on the producer's own thread. */
final class ProbeReports {
  private final ProbeRecord probes;
  private final Failing failing;
  private final ClientHealth health;

  /**
   * @param sla how long a send may take
   */
  ProbeReports(ProbeRecord probes, Errors errors, Duration sla) {
    this.probes = probes;
    health = new ClientHealth(sla);
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
    health.renewed(nowNanos);
  }

  void failed(Probing probing, Throwable error, long nowNanos) {
    Route route = probing.route();
    probes.ledger().failed(route.partition(), probing.sequence(), nowNanos);
    probes.instruments().notProduced(route, Errors.nameOf(error));
    failing.failed(route.partition(), error);
    health.failed(error, nowNanos);
  }

  /** Of the producer. */
  ClientHealth health() {
    return health;
  }
}
