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
final class BrokerLooks {
  private static final int LOOKS_TO_BE_SURE = 3;
  private static final int LOOKS_AT_A_SMALL_CLUSTER = 10;

  /** Consecutive looks, by broker id. */
  private final Map<Integer, Integer> looksUnfenced = new TreeMap<>();

  private final Map<Integer, Integer> looksUnregistered = new TreeMap<>();
  private Set<Integer> registered = Set.of();

  /** Consecutive looks that found the same brokers registered. */
  private int looksAlike;

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
    Set<Integer> listed = nodes.stream().map(Node::id).collect(Collectors.toSet());
    looksAlike = listed.equals(registered) ? looksAlike + 1 : 1;
    registered = listed;
    Set<Integer> unregistered = new HashSet<>(fencedListed ? replicas : Set.of());
    unregistered.removeAll(listed);
    count(unregistered, looksUnregistered);
  }

  /** Ids of all that are listed, those that are down too where brokers can list them; ascending. */
  List<Integer> registered() {
    return registered.stream().sorted().toList();
  }

  /**
   * Whether it is clear which brokers there are. A cluster of fewer than are wanted may just be
   * starting, so it is watched for longer.
   *
   * @param wanted as many as a topic is to have replicas
   */
  boolean areSettled(int wanted) {
    return looksAlike >= (registered.size() < wanted ? LOOKS_AT_A_SMALL_CLUSTER : LOOKS_TO_BE_SURE);
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
