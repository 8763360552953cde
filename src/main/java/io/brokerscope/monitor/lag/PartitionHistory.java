package io.brokerscope.monitor.lag;

import java.util.OptionalLong;
import org.apache.kafka.common.Uuid;

/**
 * What is known of a partition that groups read. All their positions point to it, so that a cycle
 * looks a partition up once and not once a group. For the cycle's thread.
 */
final class PartitionHistory {
  private EndHistory ends = new EndHistory();
  private RecordTimes times = new RecordTimes();
  private Uuid topicId; // null until an end was seen
  private Look look = new Look(false, OptionalLong.empty(), OptionalLong.empty());
  private boolean compacted;

  /**
   * What a cycle has found.
   *
   * @param shown whether the partition is of a topic that exists and was chosen
   * @param start the offset of the oldest message there may be
   * @param end the offset the next message gets
   */
  record Look(boolean shown, OptionalLong start, OptionalLong end) {}

  /** Takes it. Where the broker told only the end the log begins where it did, or later. */
  void look(Look now) {
    boolean startMissing = now.end().isPresent() && now.start().isEmpty();
    look = startMissing ? new Look(now.shown(), look.start(), now.end()) : now;
  }

  /** What this cycle has found. */
  Look look() {
    return look;
  }

  /** Whether the topic was made again under its name since the last end. */
  boolean isOfAnotherTopic(Uuid id) {
    return topicId != null && !topicId.equals(id);
  }

  /**
   * Keeps where the log of the topic with that id ends; of another one, and of a log that was cut,
   * all is forgotten.
   */
  void endsAt(Uuid id, long end, long nowMillis) {
    if (isOfAnotherTopic(id) || ends.isCutBy(end)) {
      ends = new EndHistory();
      times = new RecordTimes();
    }
    topicId = id;
    ends.add(nowMillis, end);
    times.logEndsAt(end);
  }

  EndHistory ends() {
    return ends;
  }

  /** Others than before if the offsets mean other records than before. */
  RecordTimes times() {
    return times;
  }

  void compacted(boolean now) {
    compacted = now;
  }

  /** Whether records may be missing between others. */
  boolean isCompacted() {
    return compacted;
  }
}
