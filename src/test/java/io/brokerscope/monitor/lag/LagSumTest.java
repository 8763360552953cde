package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.lag.LagView.Lag;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagSumTest {
  private static final double UNKNOWN = Double.NaN;

  private static Lag lag(double messages, double seconds) {
    return new Lag(10, messages, seconds, 0, 0, Status.OK);
  }

  @Test
  void messagesAreAddedUpAndTheMostOfOnePartitionKept() {
    LagSum sum = LagSum.of(List.of(lag(5, 1), lag(7, 2)));

    assertEquals(new LagSum(12, 7, 2, 20, Status.OK), sum);
  }

  @Test
  void aPartitionWhoseLagIsNotKnownDoesNotHideTheOthers() {
    LagSum sum = LagSum.of(List.of(lag(UNKNOWN, UNKNOWN), lag(7, 2), lag(UNKNOWN, UNKNOWN)));

    assertEquals(new LagSum(7, 7, 2, 30, Status.OK), sum);
  }

  @Test
  void whereAnAgeIsMissingTheMostOfTheOthersIsKept() {
    LagSum sum = LagSum.of(List.of(lag(5, UNKNOWN), lag(7, 2)));

    assertEquals(new LagSum(12, 7, 2, 20, Status.OK), sum);
  }

  @Test
  void aGroupThatIsBehindIsNotSaidToBeCaughtUp() {
    LagSum sum = LagSum.of(List.of(lag(0, 0), lag(5, UNKNOWN)));

    assertEquals(new LagSum(5, 5, UNKNOWN, 20, Status.OK), sum);
  }

  @Test
  void whereNoLagIsKnownThereIsNone() {
    LagSum sum = LagSum.of(List.of(lag(UNKNOWN, UNKNOWN)));

    assertEquals(new LagSum(UNKNOWN, UNKNOWN, UNKNOWN, 10, Status.OK), sum);
  }

  @Test
  void withoutPartitionsThereIsNothing() {
    assertEquals(new LagSum(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Status.NONE), LagSum.of(List.of()));
  }
}
