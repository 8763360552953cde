package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random histories. Each probe's outcome is told from the whole of its history, after the
 * definition and not step by step as the ledger does it.
 */
class LedgerPropertyTest {
  private static final int HISTORIES = 3_000;
  private static final long SEED = 4;
  private static final long SLA = 100;
  private static final long GRACE = 2 * SLA;
  private static final int PARTITIONS = 2;

  /** What happened to one probe; a partition's numbers are sequences and offsets at once. */
  private static final class History {
    private final long sent;
    private OptionalLong acked = OptionalLong.empty();
    private OptionalLong failed = OptionalLong.empty();
    private OptionalLong received = OptionalLong.empty();
    private OptionalLong passed = OptionalLong.empty(); // first, after the send

    History(long sent) {
      this.sent = sent;
    }

    boolean reported() {
      return acked.isPresent() || failed.isPresent();
    }

    /** Empty for in flight. */
    Stream<Outcome> outcome(long now) {
      OptionalLong ack = inGrace(acked);
      OptionalLong receipt = inGrace(received);
      boolean lost =
          ack.isPresent()
              && passed.isPresent()
              && Math.max(ack.getAsLong(), passed.getAsLong()) - sent <= GRACE
              && (receipt.isEmpty()
                  || receipt.getAsLong() > Math.max(ack.getAsLong(), passed.getAsLong()));
      if (lost) {
        return Stream.of(Outcome.LOST);
      }
      if (receipt.isPresent() && ack.isPresent()) {
        return Stream.of(receipt.getAsLong() - sent <= SLA ? Outcome.DELIVERED : Outcome.LATE);
      }
      if (receipt.isPresent() && inGrace(failed).isPresent()) {
        return Stream.of(Outcome.UNACKED_DELIVERED);
      }
      if (now - sent <= GRACE) {
        return Stream.empty();
      }
      if (ack.isPresent()) {
        return Stream.of(Outcome.LATE);
      }
      return Stream.of(receipt.isPresent() ? Outcome.UNACKED_DELIVERED : Outcome.PRODUCE_FAILED);
    }

    private OptionalLong inGrace(OptionalLong time) {
      return time.isPresent() && time.getAsLong() - sent <= GRACE ? time : OptionalLong.empty();
    }
  }

  private final Map<Integer, List<History>> partitions = new TreeMap<>();
  private Ledger ledger = new Ledger(Duration.ofNanos(SLA));
  private long now;

  @Test
  void every_probe_has_the_outcome_of_its_history_and_all_add_up() {
    Random random = new Random(SEED);
    for (int i = 0; i < HISTORIES; i++) {
      begin();
      int steps = random.nextInt(120);
      for (int step = 0; step < steps; step++) {
        now += random.nextInt(1, 13);
        event(random);
        check("history " + i + ", step " + step);
      }
      now += GRACE + 1;
      check("the end of history " + i);
      assertEquals(0, inFlight(), "in flight at the end of history " + i);
    }
  }

  private void begin() {
    ledger = new Ledger(Duration.ofNanos(SLA));
    now = 0;
    partitions.clear();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.put(partition, new ArrayList<>());
    }
  }

  private void event(Random random) {
    int partition = random.nextInt(PARTITIONS);
    List<History> probes = partitions.get(partition);
    if (probes.isEmpty() || random.nextInt(4) == 0) {
      ledger.sent(new Route(partition, 1), now);
      probes.add(new History(now));
      return;
    }
    int recent = Math.max(0, probes.size() - 8);
    int sequence = random.nextInt(recent, probes.size());
    History probe = probes.get(sequence);
    switch (random.nextInt(6)) {
      case 0, 1 -> ack(partition, sequence, probe);
      case 2 -> fail(partition, sequence, probe);
      case 3, 4 -> {
        ledger.received(partition, sequence, sequence, now);
        if (probe.received.isEmpty()) {
          probe.received = OptionalLong.of(now);
        }
      }
      default -> pass(partition, sequence, sequence + random.nextInt(1, 4), probes);
    }
  }

  private void ack(int partition, int sequence, History probe) {
    if (!probe.reported()) {
      ledger.acked(partition, sequence, sequence, now);
      probe.acked = OptionalLong.of(now);
    }
  }

  private void fail(int partition, int sequence, History probe) {
    if (!probe.reported()) {
      ledger.failed(partition, sequence, now);
      probe.failed = OptionalLong.of(now);
    }
  }

  private void pass(int partition, int from, int to, List<History> probes) {
    ledger.passed(partition, from, to, now);
    for (int offset = from; offset < Math.min(to, probes.size()); offset++) {
      History probe = probes.get(offset);
      if (probe.passed.isEmpty() && probe.received.isEmpty()) {
        probe.passed = OptionalLong.of(now);
      }
    }
  }

  private void check(String where) {
    Map<Outcome, Long> expected = new EnumMap<>(Outcome.class);
    long sent = 0;
    for (List<History> probes : partitions.values()) {
      sent += probes.size();
      probes.forEach(
          probe -> probe.outcome(now).forEach(outcome -> expected.merge(outcome, 1L, Long::sum)));
    }
    Map<Outcome, Long> found = new EnumMap<>(Outcome.class);
    long counted = inFlight();
    for (Ledger.RouteCounts route : ledger.counts(now).routes().values()) {
      for (Map.Entry<Outcome, Long> outcome : route.outcomes().entrySet()) {
        counted += outcome.getValue();
        if (outcome.getValue() > 0) {
          found.merge(outcome.getKey(), outcome.getValue(), Long::sum);
        }
      }
    }
    assertEquals(expected, found, where);
    assertEquals(sent, counted, where);
  }

  private int inFlight() {
    return ledger.counts(now).inFlight().values().stream().mapToInt(Integer::intValue).sum();
  }
}
