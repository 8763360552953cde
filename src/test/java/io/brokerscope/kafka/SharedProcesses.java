package io.brokerscope.kafka;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Processes that the tests of a package share, as they take minutes to start. They go on when those
 * tests are over, and two dozen JVMs with clients at work are most of a small machine: tests that
 * are about time end them first.
 */
public final class SharedProcesses {
  private static final Deque<Runnable> ENDS = new ArrayDeque<>();

  private SharedProcesses() {}

  /**
   * Notes what ends them; who wants them afterwards starts them anew.
   *
   * @param end called once at the most
   */
  public static synchronized void started(Runnable end) {
    ENDS.push(end);
  }

  public static synchronized void endAll() {
    while (!ENDS.isEmpty()) {
      ENDS.pop().run();
    }
  }
}
