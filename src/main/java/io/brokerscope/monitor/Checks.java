package io.brokerscope.monitor;

import io.brokerscope.http.Health;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.kafka.Worker;
import java.util.List;

/** What load balancers and orchestrators ask. */
final class Checks {
  private Checks() {}

  /** Whether the program itself works; a restart does not help a cluster that is down. */
  static Health healthy(List<Worker> workers) {
    List<String> stuck =
        workers.stream().filter(worker -> !worker.isAlive()).map(Worker::operation).toList();
    return stuck.isEmpty()
        ? new Health(true, "healthy")
        : new Health(false, "not healthy: no sign of life from " + String.join(", ", stuck));
  }

  /** Whether there are figures to scrape. */
  static Health ready(Brokers brokers, boolean collectedOnce) {
    return collectedOnce
        ? new Health(true, "ready")
        : new Health(
            false, "not ready: " + brokers.problem().orElse("the first cycle has not ended yet"));
  }
}
