package io.brokerscope.config;

/**
 * A configuration that cannot be used. The message is one line: where, what was found, what is
 * expected.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
