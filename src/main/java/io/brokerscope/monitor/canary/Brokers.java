package io.brokerscope.monitor.canary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;

/**
 * The cluster's brokers over several looks: one look may come at the moment of a restart, and the
 * topic is not rebuilt for that. Not thread-safe.
 */
final class Brokers {
  private static final int LOOKS_TO_BE_SURE = 3;

  /** Consecutive looks, by broker id. */
  private final Map<Integer, Integer> looksUnfenced = new TreeMap<>();

  private final Map<Integer, Integer> looksUnregistered = new TreeMap<>();

  /**
   * Takes in one look.
   *
   * @param nodes of the cluster
   * @param fencedListed whether fenced brokers are among them; if not, one that is missing may just
   *     be down
   * @param replicas brokers that have a replica of the topic
   */
  void looked(Collection<Node> nodes, boolean fencedListed, Set<Integer> replicas) {
    Set<Integer> unfenced =
        nodes.stream().filter(node -> !node.isFenced()).map(Node::id).collect(Collectors.toSet());
    count(unfenced, looksUnfenced);
    Set<Integer> unregistered = new HashSet<>(fencedListed ? replicas : Set.of());
    nodes.stream().map(Node::id).forEach(unregistered::remove);
    count(unregistered, looksUnregistered);
  }

  /** Ids of those that live, ascending. */
  List<Integer> unfenced() {
    return List.copyOf(looksUnfenced.keySet());
  }

  /** Those that have lived for some time. */
  List<Integer> settled() {
    return forSure(looksUnfenced);
  }

  /** Those that have been no part of the cluster for some time; one that is only down is none. */
  List<Integer> gone() {
    return forSure(looksUnregistered);
  }

  private static void count(Set<Integer> seen, Map<Integer, Integer> looks) {
    looks.keySet().retainAll(seen);
    seen.forEach(broker -> looks.merge(broker, 1, Integer::sum));
  }

  private static List<Integer> forSure(Map<Integer, Integer> looks) {
    List<Integer> brokers = new ArrayList<>();
    looks.forEach(
        (broker, count) -> {
          if (count >= LOOKS_TO_BE_SURE) {
            brokers.add(broker);
          }
        });
    return brokers;
  }
}
