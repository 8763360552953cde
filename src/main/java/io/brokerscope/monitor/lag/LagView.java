package io.brokerscope.monitor.lag;

import io.brokerscope.exposition.LabelText;
import java.util.List;

/**
 * Consumer lag as a cycle found it, with the labels of its series ready. Of rows that the chosen
 * granularity leaves out there are none.
 *
 * @param partitions one row a group and partition
 * @param topics one row a group and topic
 * @param groups one row a group
 * @param agesMissing lags, one a group and partition, whose age has yet to be found
 */
public record LagView(
    List<PartitionRow> partitions, List<TopicRow> topics, List<GroupRow> groups, int agesMissing) {

  public LagView {
    partitions = List.copyOf(partitions);
    topics = List.copyOf(topics);
    groups = List.copyOf(groups);
  }

  public static LagView empty() {
    return new LagView(List.of(), List.of(), List.of(), 0);
  }

  /** A group's lag in a partition. */
  record PartitionRow(LabelText labels, Lag lag) {}

  /** A group's lag in a topic. */
  record TopicRow(LabelText labels, LagSum lag) {}

  /**
   * A group.
   *
   * @param infoLabels of the series that says what kind of group it is
   * @param withoutCommit partitions that members have and nothing was committed to
   */
  public record GroupRow(
      LabelText labels, LabelText infoLabels, Group group, LagSum lag, int withoutCommit) {

    public String id() {
      return group.id();
    }

    public String state() {
      return group.state();
    }

    public int members() {
      return group.members().count();
    }
  }

  /**
   * Lag in one partition; NaN for what is not known.
   *
   * @param messages behind the end of the log, without those that are gone
   * @param seconds age of the oldest message not committed
   * @param expired messages that were deleted before they were committed
   * @param standingSeconds since the committed offset moved
   */
  record Lag(
      long committed,
      double messages,
      double seconds,
      double expired,
      double standingSeconds,
      Status status) {

    /** Whether there is a lag whose age is not known. */
    boolean isAgeMissing() {
      return messages > 0 && Double.isNaN(seconds);
    }
  }
}
