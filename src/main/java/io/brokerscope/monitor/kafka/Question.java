package io.brokerscope.monitor.kafka;

import io.brokerscope.monitor.kafka.Partial.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/**
 * What a step of a cycle asks with: the client, how long an answer may take, and where failures are
 * counted.
 */
public record Question(Admin admin, Duration timeout, Errors errors) {

  /**
   * One answer.
   *
   * @param operation its name in the count of errors
   * @throws ExecutionException if there is none; it has been counted
   */
  public <V> V one(String operation, KafkaFuture<V> future)
      throws ExecutionException, InterruptedException {
    try {
      V answer = Deadline.in(timeout).await(future);
      errors.succeeded(operation);
      return answer;
    } catch (ExecutionException e) {
      errors.failed(operation, e);
      throw e;
    }
  }

  /**
   * Answers about many things; what failed has been counted.
   *
   * @param expected errors that are answers too, above all that a thing does not exist any more
   */
  public <K, V> Partial<K, V> many(
      String operation,
      Map<K, ? extends KafkaFuture<V>> futures,
      Set<Class<? extends Throwable>> expected)
      throws InterruptedException {
    Partial<K, V> answers = Partial.await(futures, Deadline.in(timeout)).without(expected);
    if (answers.errors().isEmpty()) {
      errors.succeeded(operation);
    } else {
      errors.failed(operation, answers.errors().values());
    }
    return answers;
  }
}
