package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.lag.RecordTimes.Found;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Records by offset, and the answers that a broker gives about their time stamps. */
final class ModelLog implements TimeLookUp {
  static final TopicPartition PARTITION = new TopicPartition("orders", 0);

  private final TreeMap<Long, Long> millisByOffset = new TreeMap<>();
  private long end;
  private int questions;
  private int questionsAllowed;

  ModelLog(int questionsAllowed) {
    this.questionsAllowed = questionsAllowed;
  }

  void append(long millis) {
    millisByOffset.put(end++, millis);
  }

  /** As compaction does, or a transaction's marker, which is no record. */
  void remove(long offset) {
    millisByOffset.remove(offset);
  }

  /** As an unclean election does. */
  void cut(long newEnd) {
    millisByOffset.tailMap(newEnd).clear();
    end = newEnd;
  }

  long end() {
    return end;
  }

  int questions() {
    return questions;
  }

  void allow(int more) {
    questionsAllowed = questions + more;
  }

  /** The truth: the time stamp of the first record at or behind the offset. */
  OptionalLong millisOf(long offset) {
    Map.Entry<Long, Long> record = millisByOffset.ceilingEntry(offset);
    return record == null ? OptionalLong.empty() : OptionalLong.of(record.getValue());
  }

  @Override
  public boolean mayAsk() {
    return questions < questionsAllowed;
  }

  @Override
  public Map<TopicPartition, Found> ask(Map<TopicPartition, Long> millis) {
    questions++;
    Map<TopicPartition, Found> answers = new HashMap<>();
    millis.forEach((partition, time) -> answers.put(partition, first(time)));
    return answers;
  }

  private Found first(long millis) {
    return millisByOffset.entrySet().stream()
        .filter(record -> record.getValue() >= millis)
        .findFirst()
        .map(record -> new Found(record.getKey(), record.getValue()))
        .orElse(new Found(-1, Found.NO_RECORD));
  }
}
