package io.brokerscope.alerts.drills;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.alerts.drills.Inbox.Message;
import io.brokerscope.alerts.drills.Inbox.Told;
import io.brokerscope.kafka.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One drill: what was done, and what the receivers were told from then on. */
final class Drill {
  /** Longer than any "for" and "keep_firing_for" that the drills wait for: 15 minutes each. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String what;
  private final Told expected;
  private final Inbox inbox;
  private final Set<Told> firingBefore;
  private final Set<Told> received = new TreeSet<>();
  private final long beganNanos = System.nanoTime();
  private long toldNanos;
  private long recoveredNanos;

  /**
   * Begins: what is wrong is done right after.
   *
   * @param expected the alert that this drill is about
   */
  Drill(String what, Told expected, Inbox inbox) {
    this.what = what;
    this.expected = expected;
    this.inbox = inbox;
    firingBefore = inbox.firing();
  }

  /** What puts right what a drill has broken; when it returns, everything is as it was. */
  interface Recovery {
    void recover() throws Exception;
  }

  /** Waits for the alert this drill is about, and recovers in any case, for the next drill. */
  void awaitTold(Recovery recovery) throws Exception {
    try {
      toldNanos = awaitMessage(expected, true, beganNanos).nanos();
    } finally {
      recovery.recover();
      recoveredNanos = System.nanoTime();
    }
  }

  /** Waits for another alert that belongs to it. */
  void awaitAlso(Told other) throws Exception {
    awaitMessage(other, true, beganNanos);
  }

  /** Waits until the receiver has heard that it is over. */
  void awaitOver() throws Exception {
    awaitMessage(expected, false, recoveredNanos);
  }

  private Message awaitMessage(Told told, boolean firing, long sinceNanos) throws Exception {
    return Await.until(
            PATIENCE,
            "%s: %s is %s".formatted(what, told, firing ? "told" : "told to be over"),
            () -> first(told, firing, sinceNanos),
            Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Message> first(Told told, boolean firing, long sinceNanos) {
    return inbox.messages().stream()
        .filter(message -> message.told().equals(told) && message.firing() == firing)
        .filter(message -> message.nanos() >= sinceNanos)
        .findFirst();
  }

  /** Ends the drill, but for the recovery: what has begun to fire since it began is its doing. */
  void assertReceived(Set<Told> required, Set<Told> allowed) {
    inbox.messages().stream()
        .filter(message -> message.nanos() >= beganNanos && message.firing())
        .map(Message::told)
        .filter(told -> !firingBefore.contains(told))
        .forEach(received::add);
    Set<Told> unexpected = new TreeSet<>(received);
    unexpected.removeAll(required);
    unexpected.removeAll(allowed);
    Set<Told> missing = new TreeSet<>(required);
    missing.removeAll(received);
    assertTrue(
        unexpected.isEmpty() && missing.isEmpty(),
        "%s: missing %s, unexpected %s; all messages: %s"
            .formatted(what, missing, unexpected, inbox.messages()));
  }

  double secondsUntilTold() {
    return (toldNanos - beganNanos) / 1e9;
  }

  /** A row of the table in alerts/README.md. */
  String row() {
    long overNanos = first(expected, false, recoveredNanos).orElseThrow().nanos();
    return "| %s | %s | %s | %.0f | %.0f |"
        .formatted(
            what,
            expected,
            String.join(", ", received.stream().map(Told::toString).toList()),
            secondsUntilTold(),
            (overNanos - recoveredNanos) / 1e9);
  }
}
