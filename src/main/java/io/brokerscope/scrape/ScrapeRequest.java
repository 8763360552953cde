package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import java.util.concurrent.TimeUnit;

/**
 * A caller that waits for a pass. Either it gets a body, or it gives up and a late body is closed.
 */
final class ScrapeRequest {
  private final Format format;
  private final FamilyChoice choice;
  private MetricsBody body;
  private Throwable failure;
  private boolean abandoned;

  ScrapeRequest(Format format, FamilyChoice choice) {
    this.format = format;
    this.choice = choice;
  }

  Format format() {
    return format;
  }

  FamilyChoice choice() {
    return choice;
  }

  /** Hands over a body that the waiting caller closes. */
  synchronized void complete(MetricsBody result) {
    if (abandoned) {
      result.close();
    } else {
      body = result;
      notifyAll();
    }
  }

  synchronized void fail(Throwable cause) {
    failure = cause;
    notifyAll();
  }

  /**
   * Waits for the body; null when the time is over or the wait was interrupted, after which none
   * will come.
   *
   * @throws IllegalStateException if the pass failed as a whole
   */
  synchronized MetricsBody await(int timeoutSeconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    try {
      while (body == null && failure == null) {
        long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (leftMillis <= 0) {
          return null;
        }
        wait(leftMillis);
      }
    } finally {
      abandoned = body == null;
    }
    if (failure != null) {
      throw new IllegalStateException("the scrape failed: " + failure, failure);
    }
    return body;
  }
}
