package io.brokerscope.monitor.lag;

import java.util.Map;
import java.util.TreeMap;

/**
 * What look-ups have told of the time stamps in a partition: for times that were asked for, the
 * first record that is at least so young. As the broker looks for the first, the answers rise with
 * the time asked for even where the records' time stamps do not.
 *
 * <p>They are facts about the log and not about a consumer, so all groups share them.
 */
final class RecordTimes {
  /** Enough for a few groups at different places. */
  private static final int MOST_KEPT = 32;

  /** By the time asked for, in milliseconds since the epoch. */
  private final TreeMap<Long, Found> answers = new TreeMap<>();

  /**
   * The first record that is young enough.
   *
   * @param offset of the record; without one, of the log's end
   * @param millis its time stamp, or {@link #NO_RECORD}
   */
  record Found(long offset, long millis) {
    static final long NO_RECORD = -1;

    boolean isRecord() {
      return millis != NO_RECORD;
    }
  }

  /**
   * Between which times the first record at or behind an offset was written.
   *
   * @param afterMillis a record before it has this time stamp; -1 if no record before it is known
   * @param afterOffset of that record
   * @param askedMillis a record at or behind it is the first that is at least so young
   * @param found that record
   */
  record Bracket(long afterMillis, long afterOffset, long askedMillis, Found found) {

    /** For drawing a line to: when about the record was written that was found. */
    long foundMillis() {
      return found.isRecord() ? found.millis() : askedMillis;
    }

    /** Whether no record before it is known. */
    boolean isAtLogStart() {
      return afterMillis < 0;
    }

    /** Whether no time is left between the two. */
    boolean isClosed() {
      return askedMillis <= afterMillis + 1;
    }

    /**
     * The latest time stamp it can have: it stands before what was found, unless that is the record
     * itself because all between were compacted away.
     */
    long latestMillis(boolean compacted) {
      return compacted && found.isRecord()
          ? found.millis()
          : Math.max(afterMillis, askedMillis - 1);
    }
  }

  /**
   * Adds an answer. One of before that contradicts it is dropped: the log was truncated, compacted
   * or has grown.
   */
  void add(long askedMillis, Found found) {
    answers
        .headMap(askedMillis, true)
        .values()
        .removeIf(earlier -> earlier.offset() > found.offset());
    answers.tailMap(askedMillis, true).values().removeIf(later -> later.offset() < found.offset());
    answers.put(askedMillis, found);
    if (answers.size() > MOST_KEPT) {
      dropFurthestFrom(askedMillis);
    }
  }

  /** Of the oldest and the youngest answer that which the search of the moment is further from. */
  private void dropFurthestFrom(long askedMillis) {
    if (answers.headMap(askedMillis).size() > answers.tailMap(askedMillis, false).size()) {
      answers.pollFirstEntry();
    } else {
      answers.pollLastEntry();
    }
  }

  /** Forgets "no record is so young" where records may have been written since. */
  void logEndsAt(long end) {
    answers.values().removeIf(found -> !found.isRecord() && found.offset() < end);
  }

  /**
   * What is known of the first record at or behind an offset.
   *
   * @param end the log's end, above the offset
   * @param nowMillis taken for its latest time stamp: a record from the future is as old as none
   */
  Bracket bracket(long offset, long end, long nowMillis) {
    long afterMillis = -1;
    long afterOffset = -1;
    for (Map.Entry<Long, Found> answer : answers.entrySet()) {
      Found found = answer.getValue();
      if (found.offset() >= offset) {
        return new Bracket(afterMillis, afterOffset, answer.getKey(), found);
      }
      if (found.isRecord()) {
        afterMillis = found.millis();
        afterOffset = found.offset();
      }
    }
    return new Bracket(afterMillis, afterOffset, nowMillis, new Found(end, Found.NO_RECORD));
  }
}
