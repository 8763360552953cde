package io.brokerscope.http;

/** There is no fresh scrape to serve: answered 503 with the message. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }
}
