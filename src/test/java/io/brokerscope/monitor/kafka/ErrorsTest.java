package io.brokerscope.monitor.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final long SECOND = 1_000_000_000;

  private long nowNanos;
  private final List<String> log = new ArrayList<>();
  private final Errors errors =
      new Errors(
          Secrets.of(
              new Clients(Map.of("ssl.key.password", "hunter2"), Map.of(), Map.of(), Map.of())),
          log::add,
          () -> nowNanos);

  @Test
  void anErrorIsNamedByWhatHappenedAndNotByItsWrapping() {
    Throwable inner = new SaslAuthenticationException("refused");

    assertEquals(
        "SaslAuthenticationException",
        Errors.nameOf(
            new ExecutionException(new CompletionException(new KafkaException("failed", inner)))));
  }

  @Test
  void aKafkaExceptionThatWrapsNothingIsItself() {
    assertEquals("KafkaException", Errors.nameOf(new KafkaException("alone")));
  }

  @Test
  void anErrorThatLastsIsLoggedOnce() {
    for (int i = 0; i < 5; i++) {
      errors.failed("list_topics", new TimeoutException("late"));
    }

    assertEquals(List.of("list_topics fails: TimeoutException: late"), log);
  }

  @Test
  void everyErrorIsCounted() {
    for (int i = 0; i < 5; i++) {
      errors.failed("list_topics", new TimeoutException("late"));
    }

    assertEquals(5, errors.collect().get(0).samples.get(0).value);
  }

  @Test
  void theEndOfAnErrorIsLogged() {
    errors.failed("list_topics", new TimeoutException("late"));
    nowNanos += 30 * SECOND;
    errors.succeeded("list_topics");
    errors.succeeded("list_topics");

    assertEquals(2, log.size());
    assertEquals("list_topics works again", log.get(1));
  }

  @Test
  void whereSomeFailAndSomeDoNotThatIsLoggedOnce() {
    for (int second = 0; second < 60; second++) {
      nowNanos += SECOND;
      errors.failed("canary_produce", new TimeoutException("late"));
      errors.succeeded("canary_produce");
    }

    assertEquals(1, log.size(), log.toString());
  }

  @Test
  void anotherErrorIsNewsOnceAMinute() {
    for (int second = 0; second < 150; second++) {
      nowNanos += SECOND;
      errors.failed("canary_produce", new TimeoutException("late"));
      errors.failed("canary_produce", new SaslAuthenticationException("refused"));
    }

    assertEquals(3, log.size(), log.toString());
  }

  @Test
  void ofSeveralErrorsTheSameOneIsLoggedEachTime() {
    Throwable timeout = new TimeoutException("late");
    Throwable refusal = new SaslAuthenticationException("refused");
    errors.failed("describe_groups", List.of(timeout, refusal));
    errors.failed("describe_groups", List.of(refusal, timeout));

    assertEquals(1, log.size(), log.toString());
  }

  @Test
  void aSecretInAMessageIsNotLogged() {
    errors.failed("list_topics", new TimeoutException("tried hunter2"));

    assertTrue(log.get(0).contains("tried [hidden]"), log.toString());
  }
}
