package io.brokerscope.monitor.kafka;

import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;

/**
 * Counts what goes wrong, by operation and class of error, and says each change once: an error that
 * lasts for hours is one line of log. Thread-safe.
 */
public final class Errors extends Collector {
  /** What to do about a right that is missing; stands behind what was said of it. */
  public static final String ACLS_HINT = " (README lists the ACLs that the monitor needs)";

  private final Counter counter =
      Counter.build(
              "kafka_monitor_errors_total",
              "What Kafka did not do or answer, once for each topic, group, broker or message that it was"
                  + " about, by what was asked and the class of the error; 0 is normal.")
          .labelNames("operation", "error")
          .create();

  private final LogOnChange log;

  /**
   * @param log takes lines without secrets
   */
  public Errors(Secrets secrets, Consumer<String> log) {
    this(secrets, log, System::nanoTime);
  }

  /**
   * The same by another clock.
   *
   * @param nanoClock counts as {@link System#nanoTime} does
   */
  public Errors(Secrets secrets, Consumer<String> log, LongSupplier nanoClock) {
    this.log = new LogOnChange(secrets, log, nanoClock);
  }

  /**
   * The class of an error as a label says it, such as {@code TimeoutException}: that of the
   * innermost cause that Kafka knows, as clients wrap what happened.
   */
  public static String nameOf(Throwable error) {
    return unwrapped(error).getClass().getSimpleName();
  }

  /** The error itself, without what it was wrapped in on its way here. */
  public static Throwable unwrapped(Throwable error) {
    Throwable inner = error;
    while (inner.getCause() != null && isWrapper(inner)) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** The plain KafkaException says nothing that its cause does not say better. */
  private static boolean isWrapper(Throwable error) {
    return error instanceof ExecutionException
        || error instanceof CompletionException
        || error.getClass() == KafkaException.class;
  }

  /** Counts a failure, and logs it if that is news. */
  public void failed(String operation, Throwable error) {
    counter.labels(operation, nameOf(error)).inc();
    log.failed(operation, unwrapped(error));
  }

  /**
   * Counts the failures of one operation that is about many things, and logs one of them.
   *
   * @param all not empty
   */
  public void failed(String operation, Collection<Throwable> all) {
    all.forEach(error -> counter.labels(operation, nameOf(error)).inc());
    // The same one each time, or the log would alternate between them.
    log.failed(operation, unwrapped(Collections.min(all, Comparator.comparing(Errors::nameOf))));
  }

  /** Notes that an operation works (again). */
  public void succeeded(String operation) {
    log.succeeded(operation);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return counter.collect();
  }
}
