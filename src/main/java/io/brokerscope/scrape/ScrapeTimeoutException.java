package io.brokerscope.scrape;

/** A pass did not end in time. The message names the MBean that was being read. */
public final class ScrapeTimeoutException extends Exception {
  private static final long serialVersionUID = 1L;

  ScrapeTimeoutException(String message) {
    super(message);
  }
}
