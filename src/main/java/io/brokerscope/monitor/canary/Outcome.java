package io.brokerscope.monitor.canary;

import java.util.Locale;

/** What becomes of a probe: exactly one of these. */
enum Outcome {
  /** Acked, and received in time. */
  DELIVERED,

  /** Acked, but received too late, or not until the end of the grace. */
  LATE,

  /** Acked, but the consumer came past its offset and it was not there. */
  LOST,

  /** Not acked, and not received until the end of the grace. */
  PRODUCE_FAILED,

  /** Not acked, and received all the same. */
  UNACKED_DELIVERED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
