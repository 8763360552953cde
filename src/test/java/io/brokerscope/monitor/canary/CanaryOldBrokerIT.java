package io.brokerscope.monitor.canary;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.kafka.Await;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On the last Kafka before 4.0, which cannot list fenced brokers. */
@Tag("waits-for-brokers")
class CanaryOldBrokerIT {

  @Test
  @Timeout(180)
  void a_broker_that_cannot_list_fenced_ones_is_probed_too() throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of("3.9.2"), 1, ports -> List.of())) {
      Canaries canaries = new Canaries(cluster.bootstrapServers());
      try (Canary canary = canaries.start("old")) {
        Await.until(
            "all checks up and deliveries",
            () -> CanaryReading.of(canary),
            read -> read.isUp() && read.outcomes(Outcome.DELIVERED) > 10);
      }
      assertFalse(canaries.log().toString().contains("UnsupportedVersionException"));
    }
  }
}
