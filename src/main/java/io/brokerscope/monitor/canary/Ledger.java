package io.brokerscope.monitor.canary;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows each probe from its sending to its one outcome. Times are of {@link System#nanoTime}.
 * Thread-safe; at every moment the outcomes and the probes in flight add up to the probes sent.
 */
final class Ledger {
  private final long slaNanos;
  private final long graceNanos;
  private final Map<Integer, Lane> lanes = new LinkedHashMap<>();
  private final Map<Route, Tally> tallies = new LinkedHashMap<>();

  /** Counts of one route while they grow. */
  private static final class Tally {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long sent;

    Tally() {
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, 0L);
      }
    }

    RouteCounts copy() {
      return new RouteCounts(sent, new EnumMap<>(outcomes));
    }
  }

  /**
   * Probes of one route.
   *
   * @param outcomes has all of them
   */
  record RouteCounts(long sent, Map<Outcome, Long> outcomes) {}

  /**
   * All counts at one moment.
   *
   * @param inFlight probes without an outcome yet, by partition
   * @param duplicates copies beyond the first, by partition
   */
  record Counts(
      Map<Route, RouteCounts> routes,
      Map<Integer, Integer> inFlight,
      Map<Integer, Long> duplicates) {}

  /**
   * @param endToEndSla from the send to the receipt; twice that is the grace, after which nothing
   *     is waited for
   */
  Ledger(Duration endToEndSla) {
    slaNanos = endToEndSla.toNanos();
    graceNanos = 2 * slaNanos;
  }

  /** Makes the route's counts appear, at 0. */
  synchronized void know(Route route) {
    tally(route);
    lane(route.partition());
  }

  /** Begins a probe and returns its sequence, which is unique in its partition. */
  synchronized long sent(Route route, long nowNanos) {
    tally(route).sent++;
    return current(route.partition(), nowNanos).sent(route, nowNanos);
  }

  /**
   * The broker has it.
   *
   * @param offset where, or {@link Probe#NO_OFFSET}
   */
  synchronized void acked(int partition, long sequence, long offset, long nowNanos) {
    current(partition, nowNanos).acked(sequence, offset, nowNanos);
  }

  /** The producer gave up; the message may arrive all the same. */
  synchronized void failed(int partition, long sequence, long nowNanos) {
    current(partition, nowNanos).failed(sequence);
  }

  /**
   * The consumer has it; may come before the ack.
   *
   * @return the route of a probe in flight, if this is its first copy
   */
  synchronized Optional<Route> received(int partition, long sequence, long offset, long nowNanos) {
    return current(partition, nowNanos).received(sequence, offset, nowNanos);
  }

  /** The consumer has read all there is in a range of offsets; comes after their receipts. */
  synchronized void passed(int partition, long fromOffset, long toOffset, long nowNanos) {
    current(partition, nowNanos).passed(fromOffset, toOffset, nowNanos);
  }

  /**
   * The topic was made again. What its former self took along is late and not lost: it was told to
   * go.
   */
  synchronized void restarted() {
    lanes.values().forEach(Lane::restarted);
  }

  synchronized Counts counts(long nowNanos) {
    Map<Route, RouteCounts> routes = new LinkedHashMap<>();
    Map<Integer, Integer> inFlight = new LinkedHashMap<>();
    Map<Integer, Long> duplicates = new LinkedHashMap<>();
    lanes.forEach(
        (partition, lane) -> {
          lane.expire(nowNanos);
          inFlight.put(partition, lane.inFlight());
          duplicates.put(partition, lane.duplicates());
        });
    tallies.forEach((route, tally) -> routes.put(route, tally.copy()));
    return new Counts(routes, inFlight, duplicates);
  }

  /** The lane as it is now: without probes whose grace is over. */
  private Lane current(int partition, long nowNanos) {
    Lane lane = lane(partition);
    lane.expire(nowNanos);
    return lane;
  }

  private Lane lane(int partition) {
    return lanes.computeIfAbsent(
        partition, key -> new Lane(slaNanos, graceNanos, this::countOutcome));
  }

  private Tally tally(Route route) {
    return tallies.computeIfAbsent(route, key -> new Tally());
  }

  private void countOutcome(Route route, Outcome outcome) {
    tally(route).outcomes.merge(outcome, 1L, Long::sum);
  }
}
