package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.CanaryTopic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Decides what has to be done to the topic; does nothing itself. */
final class TopicPlan {
  private final CanaryTopic settings;
  private final BrokerLooks brokers;

  TopicPlan(CanaryTopic settings, BrokerLooks brokers) {
    this.settings = settings;
    this.brokers = brokers;
  }

  /**
   * The changes, in an order that works; a list of the caller's own.
   *
   * @param topic absent if there is none
   */
  List<TopicChange> changes(Optional<TopicDescription> topic) {
    List<TopicChange> changes = new ArrayList<>();
    if (!settings.manage() || brokers.unfenced().isEmpty()) {
      return changes;
    }
    if (topic.isEmpty()) {
      if (brokers.areSettled(settings.replicationFactor())) {
        changes.add(creation());
      }
      return changes;
    }
    List<TopicPartitionInfo> partitions = topic.get().partitions();
    addition(partitions).ifPresent(changes::add);
    if (settings.reassign()) {
      reassignment(partitions).ifPresent(changes::add);
    }
    election(partitions).ifPresent(changes::add);
    return changes;
  }

  /** With too few live brokers for the replicas those that are down get some, for their return. */
  private TopicChange creation() {
    List<Integer> live = brokers.unfenced();
    List<Integer> holders =
        live.size() < settings.replicationFactor() ? brokers.registered() : live;
    Map<Integer, List<Integer>> assignments = new TreeMap<>();
    for (int leader : live) {
      assignments.put(
          assignments.size(), filledUp(List.of(leader), settings.replicationFactor(), holders));
    }
    return new TopicChange.Create(assignments);
  }

  /** A broker that is preferred somewhere will lead again; only for others there is none. */
  private Optional<TopicChange> addition(List<TopicPartitionInfo> partitions) {
    Set<Integer> preferred =
        partitions.stream().map(TopicPlan::preferred).collect(Collectors.toSet());
    List<List<Integer>> added =
        brokers.settled().stream()
            .filter(broker -> !preferred.contains(broker))
            .map(this::replicas)
            .toList();
    return added.isEmpty()
        ? Optional.empty()
        : Optional.of(new TopicChange.AddPartitions(partitions.size() + added.size(), added));
  }

  private Optional<TopicChange> reassignment(List<TopicPartitionInfo> partitions) {
    List<Integer> gone = brokers.gone();
    Map<Integer, List<Integer>> assignments = new TreeMap<>();
    for (TopicPartitionInfo partition : partitions) {
      List<Integer> now = ids(partition.replicas());
      List<Integer> left = now.stream().filter(broker -> !gone.contains(broker)).toList();
      if (left.size() < now.size()) {
        assignments.put(partition.partition(), filledUp(left, now.size(), brokers.unfenced()));
      }
    }
    return assignments.isEmpty()
        ? Optional.empty()
        : Optional.of(new TopicChange.Reassign(assignments));
  }

  private Optional<TopicChange> election(List<TopicPartitionInfo> partitions) {
    Set<Integer> wrong =
        partitions.stream()
            .filter(TopicPlan::couldBeLedByPreferred)
            .map(TopicPartitionInfo::partition)
            .collect(Collectors.toSet());
    return wrong.isEmpty() ? Optional.empty() : Optional.of(new TopicChange.ElectPreferred(wrong));
  }

  private List<Integer> replicas(int leader) {
    return filledUp(List.of(leader), settings.replicationFactor(), brokers.unfenced());
  }

  /** The replicas and the brokers after the first of them, in a ring, so that load is even. */
  private static List<Integer> filledUp(List<Integer> replicas, int wanted, List<Integer> holders) {
    Set<Integer> filled = new LinkedHashSet<>(replicas);
    int start = replicas.isEmpty() ? 0 : Math.max(0, holders.indexOf(replicas.get(0)));
    for (int i = 0; i < holders.size() && filled.size() < wanted; i++) {
      filled.add(holders.get((start + i) % holders.size()));
    }
    return List.copyOf(filled);
  }

  private static boolean couldBeLedByPreferred(TopicPartitionInfo partition) {
    int preferred = preferred(partition);
    boolean leads = partition.leader() != null && partition.leader().id() == preferred;
    return !leads && ids(partition.isr()).contains(preferred);
  }

  private static int preferred(TopicPartitionInfo partition) {
    return partition.replicas().get(0).id();
  }

  private static List<Integer> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }
}
