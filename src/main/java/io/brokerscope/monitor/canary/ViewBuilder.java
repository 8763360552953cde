package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig.CanaryTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** Makes a view of what Kafka answered, and of the view before where it says nothing. */
final class ViewBuilder {
  private final CanaryTopic settings;
  private final CanaryView before;

  ViewBuilder(CanaryTopic settings, CanaryView before) {
    this.settings = settings;
    this.before = before;
  }

  /**
   * @param topic the canary's, absent if there is none
   * @param offsets Kafka's topic of committed offsets, absent if it could not be seen now
   * @param live ids of brokers
   */
  CanaryView view(
      Optional<TopicDescription> topic, Optional<TopicDescription> offsets, List<Integer> live) {
    List<TopicPartitionInfo> partitions = topic.map(TopicDescription::partitions).orElse(List.of());
    List<Integer> uncovered = new ArrayList<>(live);
    partitions.stream()
        .filter(ViewBuilder::hasLeader)
        .forEach(partition -> uncovered.remove((Integer) partition.leader().id()));
    return new CanaryView(
        topic.map(TopicDescription::topicId),
        topic.isPresent() ? leaders(partitions, before.leaders()) : before.leaders(),
        offsets.map(this::offsetsTopic).or(before::offsetsTopic),
        uncovered.size(),
        topic.isPresent() ? problem(partitions, uncovered, live.size()) : Optional.of(missing()));
  }

  /** Where there is no leader the last one stays, so that what it no longer does is seen. */
  private static SortedMap<Integer, Integer> leaders(
      List<TopicPartitionInfo> partitions, Map<Integer, Integer> lastLeaders) {
    SortedMap<Integer, Integer> leaders = new TreeMap<>();
    for (TopicPartitionInfo partition : partitions) {
      int number = partition.partition();
      leaders.put(
          number,
          hasLeader(partition)
              ? partition.leader().id()
              : lastLeaders.getOrDefault(number, partition.replicas().get(0).id()));
    }
    return leaders;
  }

  private String missing() {
    return "there is no topic %s%s"
        .formatted(settings.name(), settings.manage() ? "" : ", and it is not ours to make");
  }

  private Optional<String> problem(
      List<TopicPartitionInfo> partitions, List<Integer> uncovered, int liveBrokers) {
    List<Integer> leaderless = numbers(partitions, partition -> !hasLeader(partition));
    if (!leaderless.isEmpty()) {
      return Optional.of("partitions without a leader: " + leaderless);
    }
    if (!uncovered.isEmpty()) {
      return Optional.of("live brokers that lead no partition: " + uncovered);
    }
    int wanted = Math.min(settings.replicationFactor(), liveBrokers);
    List<Integer> thin = numbers(partitions, partition -> partition.replicas().size() < wanted);
    return thin.isEmpty()
        ? Optional.empty()
        : Optional.of("partitions with fewer than %d replicas: %s".formatted(wanted, thin));
  }

  private static List<Integer> numbers(
      List<TopicPartitionInfo> partitions, Predicate<TopicPartitionInfo> chosen) {
    return partitions.stream().filter(chosen).map(TopicPartitionInfo::partition).toList();
  }

  private OffsetsTopic offsetsTopic(TopicDescription topic) {
    Map<Integer, Integer> lastLeaders =
        before.offsetsTopic().map(OffsetsTopic::leaders).orElse(Map.of());
    return new OffsetsTopic(topic.partitions().size(), leaders(topic.partitions(), lastLeaders));
  }

  private static boolean hasLeader(TopicPartitionInfo partition) {
    return partition.leader() != null && !partition.leader().isEmpty();
  }
}
