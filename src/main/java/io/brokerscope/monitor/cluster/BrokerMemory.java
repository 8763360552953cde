package io.brokerscope.monitor.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.Node;

/**
 * Brokers seen lately. Kafka 4 lists a broker that died as fenced; elsewhere it just vanishes from
 * the list, as all do when nobody answers, and an alert on its 0 needs a series.
 */
final class BrokerMemory {
  private final long keptNanos;
  private final Map<Integer, Seen> seen = new TreeMap<>();

  private record Seen(Broker broker, long nanoTime) {}

  /**
   * @param kept how long a broker that is no longer listed is remembered
   */
  BrokerMemory(Duration kept) {
    this.keptNanos = kept.toNanos();
  }

  /** All brokers as listed now, those that died among them: one that is not has left for good. */
  List<Broker> replace(Collection<Node> listed, long nanoTime) {
    seen.clear();
    return update(listed, nanoTime);
  }

  /** The brokers listed now, and as down those remembered; by id. */
  List<Broker> update(Collection<Node> listed, long nanoTime) {
    for (Node node : listed) {
      seen.put(node.id(), new Seen(broker(node), nanoTime));
    }
    seen.values().removeIf(entry -> nanoTime - entry.nanoTime() > keptNanos);
    List<Broker> all = new ArrayList<>();
    for (Seen entry : seen.values()) {
      all.add(entry.nanoTime() == nanoTime ? entry.broker() : entry.broker().down());
    }
    return all;
  }

  private static Broker broker(Node node) {
    return new Broker(
        node.id(),
        node.host() + ":" + node.port(),
        Optional.ofNullable(node.rack()),
        !node.isFenced());
  }
}
