package io.brokerscope.agent;

/** The agent cannot start. The message is one line, fit for the host's error output. */
final class StartUpException extends Exception {
  private static final long serialVersionUID = 1L;

  StartUpException(String message) {
    super(message);
  }

  StartUpException(String message, Throwable cause) {
    super(message, cause);
  }
}
