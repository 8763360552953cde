package io.brokerscope.monitor.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The answers to one question about many things: those that came in time, and why the others did
 * not. One broker that is down must cost what it knows, not the whole answer.
 *
 * @param values by what they are about
 * @param errors of the rest, unwrapped
 */
public record Partial<K, V>(Map<K, V> values, Map<K, Throwable> errors) {

  /** Waits for all until the deadline, and takes what is there then. */
  public static <K, V> Partial<K, V> await(
      Map<K, ? extends KafkaFuture<V>> futures, Deadline deadline) throws InterruptedException {
    Map<K, V> values = new HashMap<>();
    Map<K, Throwable> errors = new HashMap<>();
    for (Map.Entry<K, ? extends KafkaFuture<V>> entry : futures.entrySet()) {
      try {
        values.put(entry.getKey(), deadline.await(entry.getValue()));
      } catch (ExecutionException e) {
        errors.put(entry.getKey(), Errors.unwrapped(e));
      }
    }
    return new Partial<>(values, errors);
  }

  /** The same with other values. */
  public <W> Partial<K, W> map(Function<V, W> function) {
    Map<K, W> mapped = new HashMap<>();
    values.forEach((key, value) -> mapped.put(key, function.apply(value)));
    return new Partial<>(mapped, errors);
  }

  /** The same without errors of some kinds. */
  Partial<K, V> without(Set<Class<? extends Throwable>> kinds) {
    Map<K, Throwable> others = new HashMap<>(errors);
    others.values().removeIf(error -> kinds.stream().anyMatch(kind -> kind.isInstance(error)));
    return new Partial<>(values, others);
  }

  /** A moment by which an answer must be there. */
  public record Deadline(long nanoTime) {

    public static Deadline in(Duration duration) {
      return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /**
     * The answer.
     *
     * @throws ExecutionException why there is none; at the deadline Kafka's TimeoutException
     */
    public <V> V await(KafkaFuture<V> future) throws ExecutionException, InterruptedException {
      try {
        return future.get(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        throw new ExecutionException(
            new TimeoutException("no answer within the time that was allowed"));
      }
    }
  }
}
