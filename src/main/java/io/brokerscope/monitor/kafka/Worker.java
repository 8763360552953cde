package io.brokerscope.monitor.kafka;

import java.time.Duration;
import org.apache.kafka.common.errors.AuthenticationException;

/** A daemon thread that takes one step after another until it is stopped; no error ends it. */
public final class Worker {
  /** Wrong passwords that follow each other too fast lock accounts. */
  public static final Duration PAUSE_AFTER_AUTHENTICATION = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 3; // 8 s
  private static final int FAILURES_UNTIL_RELEASE = 3;

  private final String operation;
  private final Task task;
  private final Errors errors;
  private final Duration longestStep;
  private final Thread thread;
  private volatile boolean stopping;

  /** By when the thread must have begun its next step, if it is not stuck. */
  private volatile long dueNanos;

  /** What the thread does; all methods are called on it. */
  public interface Task {
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

  private Worker(String operation, Duration longestStep, Task task, Errors errors) {
    this.operation = operation;
    this.longestStep = longestStep;
    this.task = task;
    this.errors = errors;
    nextStepIn(Duration.ZERO);
    thread = new Thread(this::run, operation.replace('_', '-'));
    thread.setDaemon(true);
  }

  /**
   * Starts a thread.
   *
   * @param operation as {@link Errors} names it
   * @param longestStep that a step takes when everything it waits for does not come
   */
  public static Worker start(String operation, Duration longestStep, Task task, Errors errors) {
    Worker worker = new Worker(operation, longestStep, task, errors);
    worker.thread.start();
    return worker;
  }

  public String operation() {
    return operation;
  }

  /** Whether it goes on, well or not: whether a restart of the program could help. */
  public boolean isAlive() {
    return thread.isAlive() && System.nanoTime() - dueNanos < 0;
  }

  /** Asks for the end and returns at once. */
  public void stop() {
    stopping = true;
    thread.interrupt();
  }

  public void awaitEnd(Duration limit) throws InterruptedException {
    thread.join(Math.max(1, limit.toMillis()));
  }

  private void nextStepIn(Duration pause) {
    dueNanos = System.nanoTime() + pause.plus(longestStep).toNanos();
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
      nextStepIn(pause);
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
