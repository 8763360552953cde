package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.lag.RecordTimes.Bracket;
import io.brokerscope.monitor.lag.RecordTimes.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds how old the oldest message is that a group has not committed, by asking brokers for the
 * first offset at a time stamp. No record is read, so DESCRIBE is enough.
 *
 * <p>Each round asks once about each partition, in one request a broker. What is not found within
 * the cycle's budget is looked for further in the next one: the answers are kept.
 */
final class AgeSearch {
  /** Good enough: a twentieth of the age, and never finer than a second. */
  private static final double TOLERANCE = 0.05;

  private static final long FINEST_MILLIS = 1_000;

  /** What clocks of machines may differ by before a time stamp counts as one from the future. */
  private static final long SKEW_MILLIS = 10_000;

  private final long intervalMillis;

  /**
   * @param interval of the cycles; where a cycle's budget ends the search early, an age that is
   *     known as closely as this is told
   */
  AgeSearch(Duration interval) {
    this.intervalMillis = interval.toMillis();
  }

  /**
   * A lag whose age is wanted.
   *
   * @param span the offsets it is about
   */
  record Target(TopicPartition partition, Position position, Span span) {

    PartitionHistory history() {
      return position.history();
    }

    boolean compacted() {
      return history().isCompacted();
    }

    long offset() {
      return span.offset();
    }

    long end() {
      return span.end();
    }

    Bracket bracket(long nowMillis) {
      return history().times().bracket(offset(), end(), nowMillis);
    }
  }

  /**
   * What is not committed.
   *
   * @param offset of the oldest message, if it still exists
   * @param end of the log, above the offset
   */
  record Span(long offset, long end) {}

  /** Asks until all ages are known, or nothing more may be asked. */
  void search(List<Target> targets, TimeLookUp lookUp, long nowMillis) throws InterruptedException {
    List<Target> open = new ArrayList<>(targets);
    open.removeIf(target -> isKnown(target, nowMillis));
    while (!open.isEmpty() && lookUp.mayAsk()) {
      round(open, lookUp, nowMillis);
      open.removeIf(target -> isKnown(target, nowMillis));
    }
  }

  private static void round(List<Target> open, TimeLookUp lookUp, long nowMillis)
      throws InterruptedException {
    Map<TopicPartition, Target> asked = furthestBehind(open);
    Map<TopicPartition, Long> times = new HashMap<>();
    asked.forEach((partition, target) -> times.put(partition, nextLook(target, nowMillis)));
    Map<TopicPartition, Found> answers = lookUp.ask(times);
    answers.forEach((partition, found) -> add(asked.get(partition), times.get(partition), found));
    // Its leader has changed or died: again in the next cycle.
    open.removeIf(
        target ->
            asked.containsKey(target.partition()) && !answers.containsKey(target.partition()));
  }

  private static void add(Target target, long askedMillis, Found found) {
    Found placed = found.isRecord() ? found : new Found(target.end(), Found.NO_RECORD);
    target.history().times().add(askedMillis, placed);
  }

  /** Of several groups' lags in a partition the longest: it is what somebody is woken for. */
  private static Map<TopicPartition, Target> furthestBehind(List<Target> open) {
    Map<TopicPartition, Target> furthest = new HashMap<>();
    for (Target target : open) {
      furthest.merge(
          target.partition(), target, (one, other) -> one.offset() <= other.offset() ? one : other);
    }
    return furthest;
  }

  private static long nextLook(Target target, long nowMillis) {
    return NextLook.millis(
        target.bracket(nowMillis),
        target.offset(),
        target.position().attempt(target.offset()),
        target.history().ends().writtenMillis(target.offset()),
        nowMillis);
  }

  private static boolean isKnown(Target target, long nowMillis) {
    if (target.position().writtenMillis(target.offset()).isPresent()) {
      return true;
    }
    Bracket bracket = target.bracket(nowMillis);
    if (isHidden(bracket, nowMillis)) {
      rememberByEnds(target);
      return true; // As far as it can be.
    }
    if (isNext(target, bracket)) {
      return true; // Not kept for the next cycle: what is next changes with each compaction.
    }
    OptionalLong millis = within(target, bracket, tolerance(target, bracket, nowMillis));
    millis.ifPresent(found -> target.position().remember(target.offset(), found));
    return millis.isPresent();
  }

  /**
   * Whether a record before it has a time stamp from the future: brokers name the first record that
   * is young enough, so they would name that one whatever is asked.
   */
  private static boolean isHidden(Bracket bracket, long nowMillis) {
    return bracket.afterMillis() > nowMillis + SKEW_MILLIS;
  }

  /** When the log grew beyond it is known to an interval, if it was watched then. */
  private static void rememberByEnds(Target target) {
    target
        .history()
        .ends()
        .writtenMillis(target.offset())
        .ifPresent(millis -> target.position().remember(target.offset(), millis));
  }

  /**
   * Whether what was found is the oldest message, as all before it are gone: compacted away, or,
   * where it is the first of the whole log, deleted.
   */
  private static boolean isNext(Target target, Bracket bracket) {
    return bracket.isClosed() && (target.compacted() || bracket.isAtLogStart());
  }

  private static long tolerance(Target target, Bracket bracket, long nowMillis) {
    long youngestMillis = nowMillis - bracket.latestMillis(target.compacted());
    return Math.max(FINEST_MILLIS, Math.round(TOLERANCE * youngestMillis));
  }

  /** The time stamp, exactly or within the tolerance. */
  private static OptionalLong within(Target target, Bracket bracket, long toleranceMillis) {
    Found found = bracket.found();
    if (found.isRecord() && found.offset() == target.offset()) {
      return OptionalLong.of(found.millis());
    }
    long widthMillis = bracket.latestMillis(target.compacted()) - bracket.afterMillis();
    return bracket.afterMillis() >= 0 && widthMillis <= toleranceMillis
        ? OptionalLong.of(bracket.afterMillis() + widthMillis / 2)
        : OptionalLong.empty();
  }

  /**
   * The age in seconds.
   *
   * @return absent while it is not known; 0 if no message is left behind the offset
   */
  OptionalDouble seconds(Target target, long nowMillis) {
    OptionalLong written = target.position().writtenMillis(target.offset());
    Bracket bracket = target.bracket(nowMillis);
    if (written.isEmpty() && isHidden(bracket, nowMillis)) {
      return OptionalDouble.empty();
    }
    if (written.isEmpty() && isNext(target, bracket)) {
      Found next = bracket.found();
      written = OptionalLong.of(next.isRecord() ? next.millis() : nowMillis);
    } else if (written.isEmpty()) {
      long widest = Math.max(intervalMillis, tolerance(target, bracket, nowMillis));
      written = within(target, bracket, widest);
    }
    return written.isPresent()
        ? OptionalDouble.of(Math.max(0, nowMillis - written.getAsLong()) / 1e3)
        : OptionalDouble.empty();
  }
}
