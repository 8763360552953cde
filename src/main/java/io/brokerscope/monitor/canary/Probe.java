package io.brokerscope.monitor.canary;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is known of one message; guarded by the {@link Ledger} that it is in. */
final class Probe {
  static final long NO_OFFSET = -1;

  private enum Report {
    NONE,
    ACKED,
    FAILED
  }

  private final Route route;
  private final long sentNanos;

  /** Of the copies that were read; more than one if the producer's retries made duplicates. */
  private final Set<Long> offsets = new HashSet<>(2);

  private Report report = Report.NONE;
  private long ackedOffset = NO_OFFSET;
  private long receivedAfterNanos;

  Probe(Route route, long sentNanos) {
    this.route = route;
    this.sentNanos = sentNanos;
  }

  Route route() {
    return route;
  }

  /** By difference, as nanoTime may overflow. */
  long ageNanos(long nowNanos) {
    return nowNanos - sentNanos;
  }

  /**
   * @param offset of the record, or {@link #NO_OFFSET} if the broker did not say
   */
  void acked(long offset) {
    report = Report.ACKED;
    ackedOffset = offset;
  }

  void failed() {
    report = Report.FAILED;
  }

  /** Notes a copy; whether it is one that was not read before. */
  boolean received(long offset, long nowNanos) {
    if (offsets.isEmpty()) {
      receivedAfterNanos = ageNanos(nowNanos);
    }
    return offsets.add(offset);
  }

  int copies() {
    return offsets.size();
  }

  /** The acked offset means nothing any more. */
  void forgetOffset() {
    ackedOffset = NO_OFFSET;
  }

  /** Whether it should have been among the records in a range of offsets, and was not. */
  boolean missingIn(long fromOffset, long toOffset) {
    return report == Report.ACKED
        && offsets.isEmpty()
        && ackedOffset >= fromOffset
        && ackedOffset < toOffset;
  }

  /** The outcome, if report and receipt are both there. */
  Optional<Outcome> outcome(long slaNanos) {
    if (report == Report.NONE || offsets.isEmpty()) {
      return Optional.empty();
    }
    if (report == Report.FAILED) {
      return Optional.of(Outcome.UNACKED_DELIVERED);
    }
    return Optional.of(receivedAfterNanos <= slaNanos ? Outcome.DELIVERED : Outcome.LATE);
  }

  /** The outcome if nothing more is waited for; a report that never came is a failure. */
  Outcome outcomeAtLast() {
    if (report == Report.ACKED) {
      return Outcome.LATE;
    }
    return offsets.isEmpty() ? Outcome.PRODUCE_FAILED : Outcome.UNACKED_DELIVERED;
  }
}
