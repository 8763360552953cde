package io.brokerscope.monitor.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusWindowTest {

  private static Status statusOf(boolean owned, long[]... commits) {
    StatusWindow window = new StatusWindow(4);
    for (long[] commit : commits) {
      window.add(commit[0], commit[1]);
    }
    return window.evaluate(0, owned);
  }

  private static long[] commit(long offset, long lag) {
    return new long[] {offset, lag};
  }

  @Test
  void thereIsNoStatusBeforeThereAreEnoughCycles() {
    assertEquals(Status.NONE, statusOf(true, commit(1, 5), commit(1, 5), commit(1, 5)));
  }

  @Test
  void oneThatHasCaughtUpIsOk() {
    assertEquals(Status.OK, statusOf(true, commit(1, 5), commit(1, 5), commit(1, 5), commit(6, 0)));
  }

  @Test
  void oneThatWasAtTheEndLatelyIsOk() {
    assertEquals(Status.OK, statusOf(true, commit(1, 0), commit(1, 5), commit(1, 6), commit(1, 7)));
  }

  @Test
  void oneThatStandsStillAndIsOwnedIsStalled() {
    assertEquals(
        Status.STALL, statusOf(true, commit(1, 5), commit(1, 5), commit(1, 6), commit(1, 7)));
  }

  @Test
  void oneThatStandsStillAndIsNotOwnedIsStopped() {
    assertEquals(
        Status.STOP, statusOf(false, commit(1, 5), commit(1, 5), commit(1, 6), commit(1, 7)));
  }

  @Test
  void oneThatMovesAndNeverCatchesUpIsWarnedOf() {
    assertEquals(
        Status.WARN, statusOf(true, commit(1, 5), commit(2, 5), commit(3, 6), commit(4, 7)));
  }

  @Test
  void oneWhoseLagFallsIsOk() {
    assertEquals(
        Status.OK, statusOf(true, commit(1, 5), commit(2, 6), commit(9, 3), commit(10, 3)));
  }

  @Test
  void oneThatWasSetBackIsRewound() {
    assertEquals(
        Status.REWIND, statusOf(true, commit(9, 1), commit(2, 8), commit(3, 8), commit(4, 8)));
  }

  @Test
  void oneThatHasReachedAgainWhatItWasSetBackFromIsNot() {
    assertEquals(
        Status.OK, statusOf(true, commit(9, 5), commit(2, 12), commit(9, 6), commit(12, 4)));
  }

  @Test
  void theOldestCyclesAreForgotten() {
    assertEquals(
        Status.STALL,
        statusOf(true, commit(9, 0), commit(1, 5), commit(1, 5), commit(1, 6), commit(1, 7)));
  }

  @Test
  void anythingWorseThanWarnMakesAGroupErr() {
    assertEquals(Status.ERR, Status.ofGroup(List.of(Status.OK, Status.STALL, Status.WARN)));
  }

  @Test
  void aGroupIsAsGoodAsItsWorstPartition() {
    assertEquals(Status.WARN, Status.ofGroup(List.of(Status.OK, Status.WARN)));
  }
}
