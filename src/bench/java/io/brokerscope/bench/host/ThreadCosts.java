package io.brokerscope.bench.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** What the live Java threads have cost since they started. */
final class ThreadCosts {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ThreadCosts() {}

  /** One line a thread: id, CPU time in ns, allocated bytes and name, separated by tabs. */
  static String now() {
    long[] ids = THREADS.getAllThreadIds();
    long[] allocatedBytes = THREADS.getThreadAllocatedBytes(ids);
    long[] cpuNanos = THREADS.getThreadCpuTime(ids);
    ThreadInfo[] threads = THREADS.getThreadInfo(ids);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      // null for a thread that has just ended
      if (threads[i] != null) {
        lines.append(ids[i]).append('\t').append(cpuNanos[i]).append('\t');
        lines.append(allocatedBytes[i]).append('\t');
        lines.append(threads[i].getThreadName()).append('\n');
      }
    }
    return lines.toString();
  }
}
