package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.monitor.kafka.Worker;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class LockoutTest {
  private static final long PAUSE_NANOS = Worker.PAUSE_AFTER_AUTHENTICATION.toNanos();

  private final Lockout lockout = new Lockout();

  @Test
  void a_failed_authentication_locks_out_for_its_time() {
    Throwable error = new ExecutionException(new SaslAuthenticationException("wrong password"));

    lockout.noted(error, 100);

    assertEquals(Optional.of(error), lockout.cause(100 + PAUSE_NANOS - 1));
    assertEquals(Optional.empty(), lockout.cause(100 + PAUSE_NANOS));
  }

  @Test
  void failures_for_its_sake_do_not_make_it_longer() {
    Throwable error = new SaslAuthenticationException("wrong password");
    lockout.noted(error, 100);

    lockout.noted(error, 200);

    assertEquals(Optional.empty(), lockout.cause(100 + PAUSE_NANOS));
  }

  @Test
  void other_errors_lock_nobody_out() {
    lockout.noted(new TimeoutException("no answer"), 100);

    assertEquals(Optional.empty(), lockout.cause(100));
  }
}
