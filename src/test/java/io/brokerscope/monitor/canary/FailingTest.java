package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.MonitorConfig.Clients;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailingTest {
  private static final String WORKS = "commit works again";

  private long nowNanos;
  private final List<String> log = new ArrayList<>();
  private final Failing failing =
      new Failing(
          "commit",
          new Errors(
              Secrets.of(new Clients(Map.of(), Map.of(), Map.of(), Map.of())),
              log::add,
              () -> nowNanos));

  @Test
  void itWorksAgainWhenEveryPartDoes() {
    failing.failed(1, new IllegalStateException());
    failing.failed(2, new IllegalStateException());
    passAMinute();
    failing.succeeded(1);
    failing.succeeded(3);
    assertEquals(0, log.stream().filter(WORKS::equals).count());

    failing.succeeded(2);

    assertEquals(1, log.stream().filter(WORKS::equals).count());
  }

  @Test
  void aPartThatIsNoMoreIsNotWaitedFor() {
    failing.failed(1, new IllegalStateException());
    passAMinute();

    failing.keepOnly(Set.of(2, 3));
    failing.succeeded(2);

    assertEquals(1, log.stream().filter(WORKS::equals).count());
  }

  private void passAMinute() {
    nowNanos += Duration.ofMinutes(1).toNanos();
  }
}
