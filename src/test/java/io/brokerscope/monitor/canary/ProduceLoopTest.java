package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import io.brokerscope.config.MonitorConfig.Clients;
import io.brokerscope.monitor.TestConfig;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProduceLoopTest {
  private static final Map<Integer, Integer> LEADERS = Map.of(0, 1, 1, 2, 2, 3);
  private static final int ROUNDS = 12;

  /** With a producer that knows no broker: an outage weighs as much as the time before it. */
  @Test
  @Timeout(60)
  void in_an_outage_no_round_is_left_out() throws Exception {
    CanaryPace pace = TestConfig.CANARY_PACE;
    Clients clients =
        new Clients(Map.of("bootstrap.servers", "127.0.0.1:1"), Map.of(), Map.of(), Map.of());
    ClientSettings settings = new ClientSettings(clients);
    Errors errors = new Errors(Secrets.of(clients), line -> {});
    ProbeRecord probes = ProbeRecord.of(pace);
    CanaryView view =
        new CanaryView(
            Optional.of(Uuid.ONE_UUID),
            new TreeMap<>(LEADERS),
            Optional.empty(),
            0,
            Optional.empty());
    ProduceLoop loop =
        new ProduceLoop(
            new Canary(new CanaryTopic(Canaries.TOPIC, 3, true, false), pace, "alone"),
            new CanaryClients(settings, pace),
            () -> view,
            UUID.randomUUID(),
            new ProbeReports(probes, errors, pace.produceSla()));

    long beganNanos = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      Thread.sleep(loop.step().toMillis());
    }
    double intervals = (System.nanoTime() - beganNanos) / (double) pace.interval().toNanos();
    loop.release();

    assertTrue(intervals < ROUNDS * 2, ROUNDS + " rounds took " + intervals + " intervals");
  }
}
