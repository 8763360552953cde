package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long SLA = 1_000;
  private static final long GRACE = 2 * SLA;

  /** Shortly before nanoTime overflows; no constant, or the compiler would object. */
  private static final long START = Long.valueOf(Long.MAX_VALUE - 500);

  private static final Route ROUTE = new Route(3, 7);

  private final Ledger ledger = new Ledger(Duration.ofNanos(SLA));

  @Test
  void acked_and_received_in_time_is_delivered() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 40, START + 10);
    ledger.received(3, probe, 40, START + SLA);

    assertOutcomes(START + SLA, Outcome.DELIVERED);
  }

  @Test
  void a_receipt_may_come_before_the_ack() {
    long probe = ledger.sent(ROUTE, START);
    ledger.received(3, probe, 40, START + 10);
    assertOutcomes(START + 10);

    ledger.acked(3, probe, 40, START + SLA + 1);

    assertOutcomes(START + SLA + 1, Outcome.DELIVERED);
  }

  @Test
  void received_after_the_sla_is_late() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 40, START + 10);
    ledger.received(3, probe, 40, START + SLA + 1);

    assertOutcomes(START + SLA + 1, Outcome.LATE);
  }

  @Test
  void acked_and_not_received_is_late_at_the_end_of_the_grace() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 40, START + 10);

    assertOutcomes(START + GRACE);
    assertOutcomes(START + GRACE + 1, Outcome.LATE);
  }

  @Test
  void acked_and_not_among_what_the_consumer_passed_is_lost_at_once() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 40, START + 10);
    ledger.passed(3, 30, 40, START + 20);
    assertOutcomes(START + 20);

    ledger.passed(3, 40, 41, START + 30);

    assertOutcomes(START + 30, Outcome.LOST);
  }

  @Test
  void an_ack_for_an_offset_that_was_passed_since_the_send_says_lost() {
    long probe = ledger.sent(ROUTE, START);
    ledger.passed(3, 35, 45, START + 20);

    ledger.acked(3, probe, 40, START + 30);

    assertOutcomes(START + 30, Outcome.LOST);
  }

  @Test
  void offsets_passed_before_the_send_are_another_log_s() {
    ledger.passed(3, 0, 500, START);
    long probe = ledger.sent(ROUTE, START + 10);

    ledger.acked(3, probe, 0, START + 20);

    assertOutcomes(START + 20);
  }

  @Test
  void offsets_of_a_topic_that_was_deleted_are_not_compared_with_those_of_the_next() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 4, START + 10);

    ledger.restarted();
    ledger.passed(3, 0, 10, START + 20);

    assertOutcomes(START + 20);
    assertOutcomes(START + GRACE + 1, Outcome.LATE);
  }

  @Test
  void failed_and_never_received_is_produce_failed_at_the_end_of_the_grace() {
    long probe = ledger.sent(ROUTE, START);
    ledger.failed(3, probe, START + 10);

    assertOutcomes(START + GRACE);
    assertOutcomes(START + GRACE + 1, Outcome.PRODUCE_FAILED);
  }

  @Test
  void failed_and_received_is_unacked_delivered() {
    long probe = ledger.sent(ROUTE, START);
    ledger.failed(3, probe, START + 10);
    ledger.received(3, probe, 40, START + SLA + 1);

    assertOutcomes(START + SLA + 1, Outcome.UNACKED_DELIVERED);
  }

  @Test
  void received_and_then_failed_is_unacked_delivered() {
    long probe = ledger.sent(ROUTE, START);
    ledger.received(3, probe, 40, START + 10);
    ledger.failed(3, probe, START + 20);

    assertOutcomes(START + 20, Outcome.UNACKED_DELIVERED);
  }

  @Test
  void a_probe_that_the_producer_never_reports_on_ends_too() {
    ledger.sent(ROUTE, START);
    long received = ledger.sent(ROUTE, START);
    ledger.received(3, received, 40, START + 10);

    assertOutcomes(START + GRACE + 1, Outcome.PRODUCE_FAILED, Outcome.UNACKED_DELIVERED);
  }

  @Test
  void what_comes_after_the_outcome_changes_nothing() {
    long probe = ledger.sent(ROUTE, START);
    ledger.failed(3, probe, START + GRACE + 1);
    ledger.received(3, probe, 40, START + GRACE + 2);
    ledger.acked(3, probe, 40, START + GRACE + 3);

    assertOutcomes(START + GRACE + 3, Outcome.PRODUCE_FAILED);
  }

  @Test
  void each_copy_beyond_the_first_is_counted_once() {
    long probe = ledger.sent(ROUTE, START);
    ledger.acked(3, probe, 40, START + 1);
    ledger.received(3, probe, 40, START + 2);
    ledger.received(3, probe, 41, START + 3);
    ledger.received(3, probe, 42, START + 3);
    // Read again, as by a consumer that was rebuilt.
    ledger.received(3, probe, 40, START + 4);
    ledger.received(3, probe, 41, START + 4);

    assertEquals(2L, ledger.counts(START + 5).duplicates().get(3));
    assertOutcomes(START + 5, Outcome.DELIVERED);
  }

  @Test
  void only_the_first_copy_of_a_probe_in_flight_has_a_latency() {
    long probe = ledger.sent(ROUTE, START);

    assertEquals(Optional.of(ROUTE), ledger.received(3, probe, 40, START + 1));
    assertEquals(Optional.empty(), ledger.received(3, probe, 40, START + 2));
    assertEquals(Optional.empty(), ledger.received(3, probe, 41, START + 2));
    assertEquals(Optional.empty(), ledger.received(3, probe + 1, 42, START + 2));
  }

  @Test
  void a_route_that_is_known_has_all_outcomes_at_0() {
    ledger.know(ROUTE);

    Ledger.RouteCounts counts = ledger.counts(START).routes().get(ROUTE);

    assertEquals(0, counts.sent());
    assertEquals(Outcome.values().length, counts.outcomes().size());
    assertEquals(0, ledger.counts(START).duplicates().get(3));
    assertOutcomes(START);
  }

  @Test
  void an_outcome_is_counted_for_the_leader_at_the_time_of_the_send() {
    Route moved = new Route(3, 8);
    long probe = ledger.sent(ROUTE, START);
    ledger.sent(moved, START + 1);
    ledger.acked(3, probe, 40, START + 2);
    ledger.received(3, probe, 40, START + 2);

    Ledger.Counts counts = ledger.counts(START + 3);

    assertEquals(1, counts.routes().get(ROUTE).outcomes().get(Outcome.DELIVERED));
    assertEquals(0, counts.routes().get(moved).outcomes().get(Outcome.DELIVERED));
    assertEquals(1, counts.inFlight().get(3));
  }

  private void assertOutcomes(long nowNanos, Outcome... expected) {
    List<Outcome> found = new ArrayList<>();
    ledger
        .counts(nowNanos)
        .routes()
        .values()
        .forEach(
            route ->
                route
                    .outcomes()
                    .forEach(
                        (outcome, count) ->
                            found.addAll(Collections.nCopies(count.intValue(), outcome))));
    List<Outcome> sorted = new ArrayList<>(List.of(expected));
    Collections.sort(sorted);
    Collections.sort(found);
    assertEquals(sorted, found);
  }
}
