package io.brokerscope.alerts.drills;

/** Threads that do not keep the test's JVM alive. */
final class Daemon {
  private Daemon() {}

  static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
