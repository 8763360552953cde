package io.brokerscope.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * How large a cluster the monitor looks at. Groups read runs of neighbouring partitions, so that
 * each partition is read by about as many groups.
 *
 * @param partitions in topics of {@link #PARTITIONS_PER_TOPIC}
 * @param partitionsPerGroup that each group has committed offsets of
 */
record MonitorScale(int groups, int partitions, int partitionsPerGroup) {
  static final int PARTITIONS_PER_TOPIC = 50;

  int groupPartitions() {
    return groups * partitionsPerGroup;
  }

  List<String> topics() {
    return IntStream.range(0, (partitions + PARTITIONS_PER_TOPIC - 1) / PARTITIONS_PER_TOPIC)
        .mapToObj("topic-%03d"::formatted)
        .toList();
  }

  static String groupName(int group) {
    return "group-%04d".formatted(group);
  }

  /** Numbers of the partitions that a group reads. */
  int[] readBy(int group) {
    int first = group * partitionsPerGroup % partitions;
    return IntStream.range(first, first + partitionsPerGroup).map(i -> i % partitions).toArray();
  }

  /** Partitions are numbered through all topics. */
  TopicPartition partition(int number) {
    return new TopicPartition(
        topics().get(number / PARTITIONS_PER_TOPIC), number % PARTITIONS_PER_TOPIC);
  }
}
