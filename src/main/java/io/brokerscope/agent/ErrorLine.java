package io.brokerscope.agent;

/** The only way the agent speaks inside its host: single lines on stderr, recognisable as ours. */
final class ErrorLine {
  static final String PREFIX = "brokerscope: ";

  private ErrorLine() {}

  /** Prints the message; line breaks in it become spaces. */
  static void print(String message) {
    System.err.println(PREFIX + message.replaceAll("\\R+", " "));
  }
}
