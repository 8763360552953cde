package io.brokerscope.monitor.canary;

import io.brokerscope.monitor.kafka.Errors;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operation on several parts, partitions or coordinators: it works again when each of them does,
 * so that one that stays down is not logged with every success of the others. Thread-safe.
 */
final class Failing {
  private final String operation;
  private final Errors errors;
  private final Set<Integer> parts = ConcurrentHashMap.newKeySet();

  Failing(String operation, Errors errors) {
    this.operation = operation;
    this.errors = errors;
  }

  /** Forgets parts that are no more: a broker that was replaced will not succeed again. */
  void keepOnly(Collection<Integer> present) {
    parts.retainAll(present);
  }

  void failed(int part, Throwable error) {
    parts.add(part);
    errors.failed(operation, error);
  }

  void succeeded(int part) {
    parts.remove(part);
    if (parts.isEmpty()) {
      errors.succeeded(operation);
    }
  }
}
