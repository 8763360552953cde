package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last Kafka before 4.0, which cannot list fenced brokers. */
class OldBrokerIT {

  @Test
  void brokers_lag_and_controller_are_told_of_kafka_3_too() throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of("3.9.2"), 3, ports -> List.of());
        Histories histories = new Histories(cluster.bootstrapServers());
        MonitorFixture monitor = new MonitorFixture(TestConfig.of(cluster.bootstrapServers()))) {
      histories.createTopic("orders", 3, Map.of());
      histories.write("orders", Collections.nCopies(100, System.currentTimeMillis() - 60_000));
      histories.commit("readers", "orders", 40);
      Map<String, String> readers =
          Map.of("consumergroup", "readers", "topic", "orders", "partition", "0");

      monitor.await("kafka_consumergroup_lag_seconds", readers, age -> age >= 60);
      MetricsPage page = monitor.metrics();

      assertEquals(60, page.value("kafka_consumergroup_lag", readers).orElseThrow());
      assertEquals(3, page.value("kafka_brokers"));
      assertEquals(1, page.named("kafka_cluster_controller_id").size());
    }
  }
}
