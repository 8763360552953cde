package io.brokerscope.exposition;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what the current thread allocates. */
final class AllocatedBytes {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedBytes() {}

  /**
   * The bytes allocated by the second of two runs: the first one loads classes and grows arrays.
   */
  static long ofSecondRun(Runnable action) {
    during(() -> {});
    during(action);
    return during(action);
  }

  private static long during(Runnable action) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    action.run();
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }
}
