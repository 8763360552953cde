package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lag in messages and in seconds, held against histories whose truth is known. */
class LagTruthIT {
  private static final long MINUTE = 60_000;
  private static final String LAG = "kafka_consumergroup_lag";
  private static final String SECONDS = "kafka_consumergroup_lag_seconds";

  private static KafkaCluster cluster;
  private static Histories histories;
  private static MonitorFixture monitor;

  @BeforeAll
  static void start() throws Exception {
    cluster =
        KafkaCluster.start(
            BrokerJars.of(System.getProperty("kafka.version")), 3, ports -> List.of());
    histories = new Histories(cluster.bootstrapServers());
    monitor = new MonitorFixture(TestConfig.of(cluster.bootstrapServers()));
  }

  @AfterAll
  static void end() throws Exception {
    monitor.close();
    histories.close();
    cluster.close();
  }

  @Test
  void a_burst_a_pause_and_a_steady_flow_have_the_age_of_the_record_itself() throws Exception {
    long nowMillis = System.currentTimeMillis();
    histories.createTopic("rhythm", 1, Map.of());
    histories.write(
        "rhythm", LongStream.range(0, 500).map(i -> nowMillis - 100 * MINUTE + i).boxed().toList());
    histories.write(
        "rhythm",
        LongStream.range(0, 600).map(i -> nowMillis - 10 * MINUTE + i * 1_000).boxed().toList());
    histories.commit("in-the-flow", "rhythm", 506);
    histories.commit("in-the-burst", "rhythm", 250);
    histories.commit("caught-up", "rhythm", 1_100);

    assertLag("in-the-flow", "rhythm", 594);
    assertAge("in-the-flow", "rhythm", nowMillis - 10 * MINUTE + 6_000);
    assertLag("in-the-burst", "rhythm", 850);
    assertAge("in-the-burst", "rhythm", nowMillis - 100 * MINUTE + 250);
    assertLag("caught-up", "rhythm", 0);
    assertEquals(0, monitor.value(SECONDS, labels("caught-up", "rhythm")));
  }

  static Map<String, String> labels(String group, String topic) {
    return Map.of("consumergroup", group, "topic", topic, "partition", "0");
  }

  private static void assertLag(String group, String topic, long messages) throws Exception {
    monitor.await(LAG, labels(group, topic), value -> value == messages);
  }

  /** Within a second or a twentieth, once it was looked up. */
  private static void assertAge(String group, String topic, long writtenMillis) throws Exception {
    monitor.await(SECONDS, labels(group, topic), value -> !Double.isNaN(value));
    double age = monitor.value(SECONDS, labels(group, topic));
    double truth = (System.currentTimeMillis() - writtenMillis) / 1e3;
    // The figure is of the last cycle, a second ago at the most.
    assertEquals(truth, age, 1 + Math.max(1, truth / 20), SECONDS + " of " + group);
  }
}
