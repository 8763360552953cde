package io.brokerscope.monitor.cluster;

import java.util.Optional;

/**
 * A broker that is registered, or was until lately.
 *
 * @param address host and port that clients connect to
 * @param up false for one that is fenced (its heartbeats have stopped) or no longer listed
 */
public record Broker(int id, String address, Optional<String> rack, boolean up) {

  Broker down() {
    return new Broker(id, address, rack, false);
  }
}
