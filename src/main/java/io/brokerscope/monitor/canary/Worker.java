package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.time.Duration;
import org.apache.kafka.common.errors.AuthenticationException;

/** A daemon thread that takes one step after another until it is stopped; no error ends it. */
final class Worker {
  /** Wrong passwords that follow each other too fast lock accounts. */
  static final Duration PAUSE_AFTER_AUTHENTICATION = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 3; // 8 s
  private static final int FAILURES_UNTIL_RELEASE = 3;

  private final String operation;
  private final Task task;
  private final Errors errors;
  private final Thread thread;
  private volatile boolean stopping;

  /** What the thread does; all methods are called on it. */
  interface Task {
    /**
     * One step, which takes bounded time.
     *
     * @return how long to wait for the next one
     */
    Duration step() throws Exception;

    /** Closes the clients; the next step makes new ones. */
    void release();

    /** The end; as {@link #release}, with what is to be cleaned up. */
    default void finish() throws InterruptedException {
      release();
    }
  }

  private Worker(String operation, Task task, Errors errors) {
    this.operation = operation;
    this.task = task;
    this.errors = errors;
    thread = new Thread(this::run, operation.replace('_', '-'));
    thread.setDaemon(true);
  }

  /**
   * @param operation as {@link Errors} names it
   */
  static Worker start(String operation, Task task, Errors errors) {
    Worker worker = new Worker(operation, task, errors);
    worker.thread.start();
    return worker;
  }

  /** Asks for the end and returns at once. */
  void stop() {
    stopping = true;
    thread.interrupt();
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    thread.join(Math.max(1, limit.toMillis()));
  }

  private void run() {
    int failures = 0;
    while (!stopping) {
      Duration pause;
      try {
        pause = task.step();
        failures = 0;
      } catch (Throwable e) {
        // Errors too: a client that takes a TLS record for a length runs out of memory.
        if (stopping) {
          break;
        }
        failures++;
        pause = afterFailure(e, failures);
      }
      sleep(pause);
    }
    end();
  }

  private Duration afterFailure(Throwable error, int failures) {
    errors.failed(operation, error);
    boolean locksAccount = Errors.unwrapped(error) instanceof AuthenticationException;
    if (locksAccount || failures % FAILURES_UNTIL_RELEASE == 0) {
      release();
    }
    return locksAccount
        ? PAUSE_AFTER_AUTHENTICATION
        : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private void release() {
    try {
      task.release();
    } catch (RuntimeException e) {
      errors.failed(operation, e);
    }
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(Math.max(0, pause.toMillis()));
    } catch (InterruptedException e) {
      // Only stop() interrupts; the loop sees that.
    }
  }

  private void end() {
    // The interruption was the message; with it still set the clients could not be closed.
    Thread.interrupted();
    try {
      task.finish();
    } catch (InterruptedException | RuntimeException e) {
      errors.failed(operation, e);
    }
  }
}
