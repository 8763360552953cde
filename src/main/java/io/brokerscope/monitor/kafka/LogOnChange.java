package io.brokerscope.monitor.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Logs an operation's failure when it begins, when it becomes another one, and when it ends. */
final class LogOnChange {
  private final Secrets secrets;
  private final Consumer<String> log;

  /** The class of the last failure of the operations that fail. */
  private final Map<String, Class<?>> failing = new ConcurrentHashMap<>();

  LogOnChange(Secrets secrets, Consumer<String> log) {
    this.secrets = secrets;
    this.log = log;
  }

  void failed(String operation, Throwable error) {
    if (failing.put(operation, error.getClass()) != error.getClass()) {
      String message = secrets.hiddenIn(message(error));
      log.accept(
          "%s fails: %s: %s%s"
              .formatted(operation, error.getClass().getSimpleName(), message, hint(error)));
    }
  }

  void succeeded(String operation) {
    if (failing.remove(operation) != null) {
      log.accept(operation + " works again");
    }
  }

  private static String message(Throwable error) {
    return String.valueOf(error.getMessage());
  }

  private static String hint(Throwable error) {
    if (error instanceof TimeoutException && message(error).contains("node assignment")) {
      return " (nothing answers there, or security.protocol is not the listener's)";
    } else if (error instanceof AuthenticationException) {
      return " (check the sasl.* and ssl.* settings below kafka:)";
    } else if (error instanceof AuthorizationException) {
      return " (README lists the ACLs that the monitor needs)";
    }
    return "";
  }
}
