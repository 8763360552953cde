package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a cluster: nothing listens, or there is no such host. */
class CanaryTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "no-such-host.invalid:9092"})
  @Timeout(30)
  void without_kafka_it_starts_shows_that_nothing_works_and_ends(String bootstrapServers)
      throws Exception {
    Canaries canaries = new Canaries(bootstrapServers);
    try (Canary canary = canaries.start("alone")) {
      while (canaries.log().isEmpty()) {
        Thread.sleep(50);
      }
      CanaryState state = canary.state();

      assertEquals(0, CanaryReading.of(canary).sum("kafka_canary_up"));
      assertFalse(state.produceUp() || state.consumeUp() || state.commitUp());
      assertEquals(List.of(), state.partitions());
      assertFalse(state.topicProblem().isEmpty());
    }
    assertEquals(0, canaryThreads());
  }

  private static long canaryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("canary"))
        .count();
  }

  @Test
  void every_family_is_there_from_the_start() {
    try (Canary canary = new Canaries("127.0.0.1:1").start("alone")) {
      assertEquals(
          List.of(
              "kafka_canary_brokers_without_leader",
              "kafka_canary_commit",
              "kafka_canary_commit_latency_seconds",
              "kafka_canary_duplicates",
              "kafka_canary_end_to_end_latency_seconds",
              "kafka_canary_inflight",
              "kafka_canary_messages",
              "kafka_canary_probes",
              "kafka_canary_produce",
              "kafka_canary_produce_errors",
              "kafka_canary_produce_latency_seconds",
              "kafka_canary_up"),
          canary.collector().collect().stream().map(family -> family.name).sorted().toList());
    }
  }
}
