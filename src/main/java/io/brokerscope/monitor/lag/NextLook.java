package io.brokerscope.monitor.lag;

import io.brokerscope.monitor.lag.RecordTimes.Bracket;
import java.util.OptionalLong;

/**
 * Chooses the time to ask for next, inside a bracket. Where writing is steady a straight line
 * between what is known ends the search in one or two steps; after bursts and pauses it does not,
 * so every other step halves the bracket, on the scale on which the answer is wanted: in shares of
 * the age.
 */
final class NextLook {
  /** Younger than this is as good as now; keeps the geometric mean above zero. */
  private static final long YOUNGEST_MILLIS = 250;

  private static final int STRATEGIES = 4;

  private NextLook() {}

  /**
   * The time in milliseconds, which nobody has asked for yet.
   *
   * @param bracket of the offset; not closed
   * @param attempt how many look-ups were for this offset, from 0
   * @param about when the record was written, if that is known from elsewhere
   */
  static long millis(
      Bracket bracket, long offset, int attempt, OptionalLong about, long nowMillis) {
    if (bracket.isAtLogStart()) {
      return 0; // Where does the log begin?
    }
    long earliest = bracket.afterMillis() + 1;
    if (offset == bracket.afterOffset() + 1) {
      return earliest; // The next record is the one, or has the same time stamp.
    }
    long wanted =
        switch (attempt % STRATEGIES) {
          case 0 -> about.orElseGet(() -> onStraightLine(bracket, offset));
          case 1 -> onStraightLine(bracket, offset);
          case 2 -> inTheMiddleOfTheAge(bracket, nowMillis);
          default -> earliest; // Where records were compacted away, what is next is far off.
        };
    return Math.max(earliest, Math.min(wanted, bracket.askedMillis() - 1));
  }

  private static long onStraightLine(Bracket bracket, long offset) {
    double share =
        (offset - bracket.afterOffset())
            / (double) (bracket.found().offset() - bracket.afterOffset());
    return bracket.afterMillis()
        + Math.round(share * (bracket.foundMillis() - bracket.afterMillis()));
  }

  private static long inTheMiddleOfTheAge(Bracket bracket, long nowMillis) {
    double oldest = Math.max(nowMillis - bracket.afterMillis(), YOUNGEST_MILLIS);
    double youngest = Math.max(nowMillis - bracket.askedMillis(), YOUNGEST_MILLIS);
    return nowMillis - Math.round(Math.sqrt(oldest * youngest));
  }
}
