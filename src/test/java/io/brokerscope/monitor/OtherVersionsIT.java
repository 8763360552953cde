package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest Kafka, and the last one before 4.0, which cannot list fenced brokers. */
@Tag("waits-for-brokers")
class OtherVersionsIT {

  @ParameterizedTest
  @ValueSource(strings = {"3.9.2", "4.4.0"})
  void brokers_lag_and_controller_are_told(String version) throws Exception {
    try (ThreeBrokers brokers =
            ThreeBrokers.start(version)
                .withLagOfSixty("readers", System.currentTimeMillis() - 60_000);
        MonitorFixture monitor = new MonitorFixture(TestConfig.of(brokers.bootstrapServers()))) {
      Map<String, String> readers =
          Map.of("consumergroup", "readers", "topic", ThreeBrokers.TOPIC, "partition", "0");

      monitor.await("kafka_consumergroup_lag_seconds", readers, age -> age >= 60);
      MetricsPage page = monitor.metrics();

      assertEquals(60, page.value("kafka_consumergroup_lag", readers).orElseThrow());
      assertEquals(3, page.value("kafka_brokers"));
      assertEquals(1, page.named("kafka_cluster_controller_id").size());
      assertEquals(
          List.of(),
          page.named("kafka_monitor_errors_total").stream()
              .filter(sample -> sample.labels().containsValue("UnsupportedVersionException"))
              .toList());
    }
  }
}
