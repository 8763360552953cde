package io.brokerscope.monitor.canary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The probes of one partition; guarded by the {@link Ledger} that it is in. */
final class Lane {
  /** Whose duplicates are still noticed; beyond that a copy is old news. */
  private static final int SETTLED_REMEMBERED = 1_000;

  private final long slaNanos;
  private final long graceNanos;
  private final BiConsumer<Route, Outcome> outcomes;

  /** By sequence, in the order of sending: those whose grace ends first come first. */
  private final Map<Long, Probe> open = new LinkedHashMap<>();

  private final Map<Long, Probe> settled = new LinkedHashMap<>();

  /** Of the last grace, oldest first: for acks that come after the consumer went past them. */
  private final Deque<Passage> passages = new ArrayDeque<>();

  private long nextSequence;
  private long duplicates;

  private record Passage(long fromOffset, long toOffset, long atNanos) {}

  Lane(long slaNanos, long graceNanos, BiConsumer<Route, Outcome> outcomes) {
    this.slaNanos = slaNanos;
    this.graceNanos = graceNanos;
    this.outcomes = outcomes;
  }

  long sent(Route route, long nowNanos) {
    open.put(nextSequence, new Probe(route, nowNanos));
    return nextSequence++;
  }

  void acked(long sequence, long offset, long nowNanos) {
    Probe probe = open.get(sequence);
    if (probe == null) {
      return;
    }
    probe.acked(offset);
    if (probe.outcome(slaNanos).isPresent()) {
      settleIfDecided(sequence, probe);
    } else if (wasPassedOver(probe, nowNanos)) {
      settle(sequence, probe, Outcome.LOST);
    }
  }

  void failed(long sequence) {
    Probe probe = open.get(sequence);
    if (probe != null) {
      probe.failed();
      settleIfDecided(sequence, probe);
    }
  }

  /** The route of a probe in flight, if this is its first copy. */
  Optional<Route> received(long sequence, long offset, long nowNanos) {
    Probe probe = open.getOrDefault(sequence, settled.get(sequence));
    if (probe == null || !probe.received(offset, nowNanos)) {
      return Optional.empty();
    }
    if (probe.copies() > 1) {
      duplicates++;
      return Optional.empty();
    }
    if (!open.containsKey(sequence)) {
      return Optional.empty();
    }
    settleIfDecided(sequence, probe);
    return Optional.of(probe.route());
  }

  void passed(long fromOffset, long toOffset, long nowNanos) {
    passages.add(new Passage(fromOffset, toOffset, nowNanos));
    Iterator<Map.Entry<Long, Probe>> probes = open.entrySet().iterator();
    while (probes.hasNext()) {
      Map.Entry<Long, Probe> entry = probes.next();
      if (entry.getValue().missingIn(fromOffset, toOffset)) {
        probes.remove();
        remember(entry.getKey(), entry.getValue(), Outcome.LOST);
      }
    }
  }

  /** Offsets start again: nothing acked so far can be compared with what is read from now on. */
  void restarted() {
    passages.clear();
    open.values().forEach(Probe::forgetOffset);
  }

  /** Ends the probes whose grace is over. */
  void expire(long nowNanos) {
    Iterator<Map.Entry<Long, Probe>> probes = open.entrySet().iterator();
    while (probes.hasNext()) {
      Map.Entry<Long, Probe> oldest = probes.next();
      if (oldest.getValue().ageNanos(nowNanos) <= graceNanos) {
        break;
      }
      probes.remove();
      remember(oldest.getKey(), oldest.getValue(), oldest.getValue().outcomeAtLast());
    }
    while (!passages.isEmpty() && nowNanos - passages.peek().atNanos() > graceNanos) {
      passages.remove();
    }
  }

  int inFlight() {
    return open.size();
  }

  long duplicates() {
    return duplicates;
  }

  /**
   * Of passages from before it was sent, none can have had it: those offsets were another log's.
   */
  private boolean wasPassedOver(Probe probe, long nowNanos) {
    return passages.stream()
        .filter(passage -> nowNanos - passage.atNanos() <= probe.ageNanos(nowNanos))
        .anyMatch(passage -> probe.missingIn(passage.fromOffset(), passage.toOffset()));
  }

  private void settleIfDecided(long sequence, Probe probe) {
    probe.outcome(slaNanos).ifPresent(outcome -> settle(sequence, probe, outcome));
  }

  private void settle(long sequence, Probe probe, Outcome outcome) {
    open.remove(sequence);
    remember(sequence, probe, outcome);
  }

  private void remember(long sequence, Probe probe, Outcome outcome) {
    settled.put(sequence, probe);
    if (settled.size() > SETTLED_REMEMBERED) {
      settled.remove(settled.keySet().iterator().next());
    }
    outcomes.accept(probe.route(), outcome);
  }
}
