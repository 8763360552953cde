package io.brokerscope.monitor.lag;

import io.brokerscope.exposition.LabelText;
import io.brokerscope.exposition.Labels;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** What a group has committed to a partition, now and lately. For the cycle's thread. */
final class Position {
  private final LabelText labels;
  private final PartitionHistory history;
  private final StatusWindow window;
  private long committed;
  private long movedNanos;

  /** The offset that {@link #writtenMillis} is about; its look-ups count in {@link #attempts}. */
  private long lookedUp = -1;

  /** The records that the look-ups were among; null before the first. */
  private RecordTimes lookedUpAmong;

  private OptionalLong writtenMillis = OptionalLong.empty();
  private int attempts;

  /**
   * @param history of the partition, which all groups share
   * @param cycles that a status is judged by
   */
  Position(String group, TopicPartition partition, PartitionHistory history, int cycles) {
    this.labels =
        LabelText.of(
            Labels.of(
                "consumergroup",
                group,
                "topic",
                partition.topic(),
                "partition",
                Integer.toString(partition.partition())));
    this.history = history;
    this.window = new StatusWindow(cycles);
    this.committed = -1;
  }

  void commit(long offset, long nanoTime) {
    if (offset != committed) {
      committed = offset;
      movedNanos = nanoTime;
    }
  }

  LabelText labels() {
    return labels;
  }

  /** Of the partition. */
  PartitionHistory history() {
    return history;
  }

  StatusWindow window() {
    return window;
  }

  long committed() {
    return committed;
  }

  /** Since the committed offset moved, or else since it was first seen; in whole milliseconds. */
  double standingSeconds(long nanoTime) {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime - movedNanos) / 1e3;
  }

  /** The time stamp of the first message at or behind an offset, if it was looked up before. */
  OptionalLong writtenMillis(long offset) {
    return isAbout(offset) ? writtenMillis : OptionalLong.empty();
  }

  void remember(long offset, long millis) {
    about(offset);
    writtenMillis = OptionalLong.of(millis);
  }

  /** Counts another look-up for an offset; returns how many there were before. */
  int attempt(long offset) {
    about(offset);
    return attempts++;
  }

  void forgetLookUps() {
    lookedUp = -1;
    lookedUpAmong = null;
    writtenMillis = OptionalLong.empty();
    attempts = 0;
  }

  private void about(long offset) {
    if (!isAbout(offset)) {
      forgetLookUps();
      lookedUp = offset;
      lookedUpAmong = history.times();
    }
  }

  private boolean isAbout(long offset) {
    return offset == lookedUp && lookedUpAmong == history.times();
  }
}
