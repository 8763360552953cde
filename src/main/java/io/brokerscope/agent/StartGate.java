package io.brokerscope.agent;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/**
 * Leaves JMX to the application first. Making the platform MBean server fixes the JVM's MBean
 * server builder and its log manager, which an application may choose in its main method, so it is
 * not asked for until the application has its own or evidently does not care:
 *
 * <ul>
 *   <li>at least {@code startDelaySeconds} after the agent's start, and
 *   <li>1 s after it if the application has made an MBean server, otherwise 5 s after it.
 * </ul>
 */
final class StartGate implements Supplier<MBeanServer> {
  /** The application's main method comes right after premain; its first steps are given so long. */
  private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** An application that has no MBean server after so long will use the platform's. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long POLL_MILLIS = 50;

  private final long startNanos;
  private final long startDelayNanos;
  private final boolean waits;

  private StartGate(long startNanos, int startDelaySeconds, boolean waits) {
    this.startNanos = startNanos;
    this.startDelayNanos = TimeUnit.SECONDS.toNanos(startDelaySeconds);
    this.waits = waits;
  }

  /**
   * The gate of an agent that was started before the application.
   *
   * @param startNanos {@link System#nanoTime} when the agent was started
   */
  static StartGate afterPremain(long startNanos, int startDelaySeconds) {
    return new StartGate(startNanos, startDelaySeconds, true);
  }

  /** The gate of an agent attached to a running application: it has had its chance. */
  static StartGate open() {
    return new StartGate(System.nanoTime(), 0, false);
  }

  /** Seconds, rounded up, for which {@code startDelaySeconds} still keeps the gate shut. */
  long startDelayLeftSeconds() {
    long leftNanos = startDelayNanos - (System.nanoTime() - startNanos);
    return leftNanos <= 0 ? 0 : 1 + (leftNanos - 1) / TimeUnit.SECONDS.toNanos(1);
  }

  /** Waits for the gate, then returns the platform MBean server. */
  @Override
  public MBeanServer get() {
    while (!isOpen(System.nanoTime() - startNanos, applicationHasMBeanServer())) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("closed before the first pass", e);
      }
    }
    return ManagementFactory.getPlatformMBeanServer();
  }

  boolean isOpen(long sinceStartNanos, boolean applicationHasMBeanServer) {
    if (!waits) {
      return true;
    }
    long applicationsNanos = applicationHasMBeanServer ? SETTLING_NANOS : PATIENCE_NANOS;
    return sinceStartNanos >= Math.max(startDelayNanos, applicationsNanos);
  }

  /** Looks, and makes none. */
  private static boolean applicationHasMBeanServer() {
    return !MBeanServerFactory.findMBeanServer(null).isEmpty();
  }
}
