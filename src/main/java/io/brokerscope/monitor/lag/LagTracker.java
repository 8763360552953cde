package io.brokerscope.monitor.lag;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.monitor.cluster.Offsets;
import io.brokerscope.monitor.cluster.Topic;
import io.brokerscope.monitor.cluster.Topics;
import io.brokerscope.monitor.lag.AgeSearch.Target;
import io.brokerscope.monitor.lag.PartitionHistory.Look;
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
      group.positions().values().forEach(this::addToWindow);
    }
  }

  private void updateGroups(GroupAnswers answers, long nanoTime) {
    answers
        .committed()
        .forEach(
            (id, committed) -> {
              GroupHistory history = known(id, answers.described().get(id));
              if (history != null) {
                history.committed(committed, this::newPosition, nanoTime);
              }
            });
    groups
        .entrySet()
        .removeIf(
            entry ->
                !answers.committed().containsKey(entry.getKey())
                    && isGone(entry.getKey(), entry.getValue(), answers));
  }

  /**
   * The group as it is described now, or was last; null if nobody has described it yet.
   *
   * @param now null if nobody describes it now
   */
  private GroupHistory known(String id, Group now) {
    if (now == null) {
      return groups.get(id);
    }
    GroupHistory history = groups.computeIfAbsent(id, key -> new GroupHistory(now));
    history.described(now);
    return history;
  }

  private Position newPosition(String group, TopicPartition partition) {
    PartitionHistory history = partitions.computeIfAbsent(partition, key -> new PartitionHistory());
    return new Position(group, partition, history, config.statusIntervals());
  }

  /** One that is not listed though everybody answered has gone; others may just be silent. */
  private static boolean isGone(String id, GroupHistory history, GroupAnswers answers) {
    boolean vanished = answers.complete() && !answers.listed().contains(id);
    return vanished || history.notAnswered() > MOST_CYCLES_WITHOUT_ANSWER;
  }

  private void updatePartitions(Topics topics, Offsets offsets) {
    Set<PartitionHistory> read = new HashSet<>();
    for (GroupHistory group : groups.values()) {
      group.positions().values().forEach(position -> read.add(position.history()));
    }
    partitions.values().removeIf(history -> !read.contains(history));
    long nowMillis = System.currentTimeMillis();
    partitions.forEach(
        (partition, history) -> {
          Topic topic = topics.byName().get(partition.topic());
          OptionalLong end = offsets.end(partition);
          history.look(new Look(topic != null, offsets.start(partition), end));
          history.compacted(compactedTopics.contains(partition.topic()));
          if (topic != null && end.isPresent()) {
            if (history.isOfAnotherTopic(topic.id())) {
              startAfresh(partition);
            }
            history.endsAt(topic.id(), end.getAsLong(), nowMillis);
          }
        });
  }

  /** A topic that was made again has nothing to do with what was known of the old one. */
  private void startAfresh(TopicPartition partition) {
    long nanoTime = System.nanoTime();
    for (GroupHistory group : groups.values()) {
      group.startAfresh(partition, config.statusIntervals(), nanoTime);
    }
  }

  private void addToWindow(Position position) {
    OptionalLong end = position.history().look().end();
    if (end.isPresent()) {
      position.window().add(position.committed(), rows.messages(position, end.getAsLong()));
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
                if (topics.contains(partition.topic()) && !position.history().isCompacted()) {
                  position.forgetLookUps();
                }
              });
    }
    compactedTopics = Set.copyOf(topics);
    partitions.forEach(
        (partition, history) -> history.compacted(topics.contains(partition.topic())));
  }

  /** Looks up how old the oldest uncommitted messages are, as far as the budget reaches. */
  public void searchAges(BrokerLookUp lookUp) throws InterruptedException {
    if (config.seconds()) {
      ages.search(targets(), lookUp, System.currentTimeMillis());
    }
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (GroupHistory group : groups.values()) {
      group
          .positions()
          .forEach(
              (partition, position) -> rows.target(partition, position).ifPresent(targets::add));
    }
    return targets;
  }

  /** What the cycle has to show. */
  public LagView view(Topics topics) {
    return rows.view(groups.values(), topics);
  }
}
