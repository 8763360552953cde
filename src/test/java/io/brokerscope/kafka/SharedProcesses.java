package io.brokerscope.kafka;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Processes that the tests of a package share, as they take minutes to start, and what uses them.
 * They go on when those tests are over, and two dozen JVMs with clients at work are most of a small
 * machine: tests that are about time end them first.
 */
public final class SharedProcesses {
  private static final Queue<AutoCloseable> RUNNING = new ArrayDeque<>();

  private SharedProcesses() {}

  /**
   * Notes how something ends; who wants it afterwards starts it anew.
   *
   * @param end called once at the most, after those that were noted before
   */
  public static synchronized void started(AutoCloseable end) {
    RUNNING.add(end);
  }

  public static synchronized void endAll() throws Exception {
    while (!RUNNING.isEmpty()) {
      RUNNING.remove().close();
    }
  }
}
