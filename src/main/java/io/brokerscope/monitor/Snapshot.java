package io.brokerscope.monitor;

import io.brokerscope.monitor.cluster.ClusterView;
import io.brokerscope.monitor.lag.LagView;

/** What a cycle found. Immutable; a scrape reads the last one and asks nobody. */
record Snapshot(ClusterView cluster, LagView lag) {
  static Snapshot empty() {
    return new Snapshot(ClusterView.empty(), LagView.empty());
  }
}
