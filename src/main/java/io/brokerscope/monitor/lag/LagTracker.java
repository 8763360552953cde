package io.brokerscope.monitor.lag;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.monitor.cluster.Offsets;
import io.brokerscope.monitor.cluster.Topic;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.AgeSearch.Target;
import io.brokerscope.monitor.lag.LagRows.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps what the cycles have told of groups and of the partitions they read, and makes each cycle's
 * view of it. For the cycle's thread.
 */
public final class LagTracker {
  /** So long a group whose coordinator does not answer keeps its last figures. */
  private static final int MOST_CYCLES_WITHOUT_ANSWER = 2;

  private final MonitorConfig.Lag config;
  private final AgeSearch ages;
  private final LagRows rows;
  private final Map<String, GroupHistory> groups = new TreeMap<>();
  private final Map<TopicPartition, PartitionHistory> partitions = new HashMap<>();
  private Set<String> compactedTopics = Set.of();

  public LagTracker(MonitorConfig config) {
    this.config = config.lag();
    this.ages = new AgeSearch(config.collect().interval());
    this.rows = new LagRows(config, ages);
  }

  /**
   * Takes what a cycle has found.
   *
   * @param offsets asked for after the groups' commits, or a lag could be below zero
   */
  public void update(GroupAnswers answers, Topics topics, Offsets offsets) {
    updateGroups(answers, System.nanoTime());
    updatePartitions(topics, offsets);
    for (GroupHistory group : groups.values()) {
      group.positions().forEach((partition, position) -> addToWindow(partition, position, offsets));
    }
  }

  private void updateGroups(GroupAnswers answers, long nanoTime) {
    for (Group group : answers.listed().values()) {
      Map<TopicPartition, Long> committed = answers.committed().get(group.id());
      GroupHistory history = groups.computeIfAbsent(group.id(), id -> new GroupHistory(group));
      if (committed != null) {
        history.answered(group, committed, config.statusIntervals(), nanoTime);
      }
    }
    groups
        .entrySet()
        .removeIf(
            entry ->
                !answers.committed().containsKey(entry.getKey())
                    && isGone(entry.getKey(), entry.getValue(), answers));
  }

  /** One that is not listed though everybody answered has gone; others may just be silent. */
  private static boolean isGone(String id, GroupHistory history, GroupAnswers answers) {
    boolean vanished = answers.complete() && !answers.listed().containsKey(id);
    return vanished || history.notAnswered() > MOST_CYCLES_WITHOUT_ANSWER;
  }

  private void updatePartitions(Topics topics, Offsets offsets) {
    Set<TopicPartition> read = new HashSet<>();
    groups.values().forEach(group -> read.addAll(group.positions().keySet()));
    partitions.keySet().retainAll(read);
    long nowMillis = System.currentTimeMillis();
    for (TopicPartition partition : read) {
      Topic topic = topics.byName().get(partition.topic());
      OptionalLong end = offsets.end(partition);
      if (topic != null && end.isPresent()) {
        PartitionHistory history = historyOf(partition, topic);
        history.ends().add(nowMillis, end.getAsLong());
        history.times().logEndsAt(end.getAsLong());
      }
    }
  }

  /** A topic that was made again has nothing to do with what was known of the old one. */
  private PartitionHistory historyOf(TopicPartition partition, Topic topic) {
    PartitionHistory known = partitions.get(partition);
    if (known == null || !known.topicId().equals(topic.id())) {
      if (known != null) {
        long nanoTime = System.nanoTime();
        groups
            .values()
            .forEach(group -> group.startAfresh(partition, config.statusIntervals(), nanoTime));
      }
      known = PartitionHistory.of(topic.id());
      partitions.put(partition, known);
    }
    return known;
  }

  private void addToWindow(TopicPartition partition, Position position, Offsets offsets) {
    OptionalLong end = offsets.end(partition);
    if (end.isPresent()) {
      long lag = rows.messages(position, end.getAsLong(), offsets.start(partition));
      position.window().add(position.committed(), lag);
    }
  }

  /**
   * Takes which topics are compacted. What was looked up before that was known took their records
   * for complete.
   */
  public void compacted(Set<String> topics) {
    for (GroupHistory group : groups.values()) {
      group
          .positions()
          .forEach(
              (partition, position) -> {
                String topic = partition.topic();
                if (topics.contains(topic) && !compactedTopics.contains(topic)) {
                  position.forgetLookUps();
                }
              });
    }
    compactedTopics = Set.copyOf(topics);
  }

  /** Looks up how old the oldest uncommitted messages are, as far as the budget reaches. */
  public void searchAges(Offsets offsets, BrokerLookUp lookUp) throws InterruptedException {
    if (config.seconds()) {
      ages.search(targets(known(offsets)), lookUp, System.currentTimeMillis());
    }
  }

  private Known known(Offsets offsets) {
    return new Known(partitions, offsets, compactedTopics);
  }

  private List<Target> targets(Known known) {
    List<Target> targets = new ArrayList<>();
    for (GroupHistory group : groups.values()) {
      group
          .positions()
          .forEach(
              (partition, position) ->
                  rows.target(partition, position, known).ifPresent(targets::add));
    }
    return targets;
  }

  /** What the cycle has to show. */
  public LagView view(Topics topics, Offsets offsets) {
    return rows.view(groups.values(), topics, known(offsets));
  }
}
