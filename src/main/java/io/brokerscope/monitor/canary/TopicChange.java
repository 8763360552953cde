package io.brokerscope.monitor.canary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something to be done so that every broker leads a partition. Replicas: the preferred first. */
sealed interface TopicChange {

  /**
   * Make the topic.
   *
   * @param assignments replicas by partition
   */
  record Create(Map<Integer, List<Integer>> assignments) implements TopicChange {
    int replicationFactor() {
      return assignments.get(0).size();
    }
  }

  /**
   * Make it larger.
   *
   * @param partitions how many there are then
   * @param assignments replicas of the new ones
   */
  record AddPartitions(int partitions, List<List<Integer>> assignments) implements TopicChange {}

  /** Give the partitions back to their preferred replicas. */
  record ElectPreferred(Set<Integer> partitions) implements TopicChange {}

  /**
   * Move replicas.
   *
   * @param assignments replicas by partition
   */
  record Reassign(Map<Integer, List<Integer>> assignments) implements TopicChange {}
}
