package io.brokerscope.packs;

/** Work that a thread does again and again, until this is closed. */
final class Repeated implements AutoCloseable {

  /** One piece of the work. */
  @FunctionalInterface
  interface Work {
    void doOnce() throws Exception;
  }

  private final Thread thread;
  private volatile boolean ending;

  Repeated(Work work) {
    thread = new Thread(() -> workOn(work), "repeated");
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  private void workOn(Work work) {
    try {
      while (!ending) {
        work.doOnce();
      }
    } catch (Exception e) {
      if (!ending) {
        // Whoever waits for what the work brings about is told by the limit of the wait.
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns when nobody works any more. */
  @Override
  public void close() {
    ending = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      // It ends all the same.
      Thread.currentThread().interrupt();
    }
  }
}
