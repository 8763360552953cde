package io.brokerscope.monitor;

import io.brokerscope.monitor.kafka.Errors;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Does something again and again on a daemon thread, at a fixed pace; what takes longer than the
 * pace is followed at once by the next. A failure is counted and does not end it.
 */
final class Loop implements AutoCloseable {
  private static final int MOST_MISSED = 3;
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final String name;
  private final Pace pace;
  private final Work work;
  private final Errors errors;
  private final Thread thread;
  private volatile long beatNanos = System.nanoTime();

  /** What is done. */
  @FunctionalInterface
  interface Work {
    void run() throws InterruptedException;
  }

  /** Not started yet. */
  Loop(String name, Pace pace, Work work, Errors errors) {
    this.name = name;
    this.pace = pace;
    this.work = work;
    this.errors = errors;
    this.thread = new Thread(this::run, "brokerscope-" + name);
    thread.setDaemon(true);
  }

  /**
   * How often, and how long once.
   *
   * @param interval from one start of the work to the next
   * @param longest the time that the work takes when all its waits are used up
   */
  record Pace(Duration interval, Duration longest) {}

  void start() {
    thread.start();
  }

  /** Whether the thread lives and has begun its work lately; has nothing to do with Kafka. */
  boolean isAlive() {
    Duration allowed = pace.interval().multipliedBy(MOST_MISSED).plus(pace.longest());
    return thread.isAlive() && System.nanoTime() - beatNanos < allowed.toNanos();
  }

  String name() {
    return name;
  }

  private void run() {
    long next = System.nanoTime();
    try {
      while (true) {
        beatNanos = System.nanoTime();
        runOnce();
        long now = System.nanoTime();
        next = Math.max(next + pace.interval().toNanos(), now);
        TimeUnit.NANOSECONDS.sleep(next - now);
      }
    } catch (InterruptedException closed) {
      // close() ends it.
    }
  }

  private void runOnce() throws InterruptedException {
    try {
      work.run();
    } catch (InterruptException e) {
      throw new InterruptedException();
    } catch (RuntimeException | Error e) {
      // Errors too: a client that takes a TLS record for a length runs out of memory, for a moment.
      errors.failed(name, e);
    }
  }

  /** Ends the thread, and waits a moment for it. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
