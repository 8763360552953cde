package io.brokerscope.alerts;

import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which alerts a real Alertmanager leaves out because of others. Each test has clusters of its own.
 */
class InhibitionIT {
  private static final AtomicInteger CLUSTERS = new AtomicInteger();

  private static AlertmanagerServer alertmanager;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Tool executable = ShippedFiles.alertmanager();
    alertmanager = AlertmanagerServer.start(executable, folder, ShippedFiles.ALERTMANAGER);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (alertmanager != null) {
      alertmanager.end();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KafkaClusterDown severity=page, KafkaOfflinePartitions severity=page",
    "KafkaClusterDown severity=page, KafkaBrokerDown severity=ticket",
    "KafkaClusterDown severity=page, KafkaLeadersUnbalanced severity=info",
    "KafkaClusterDown severity=page, KafkaConsumerStalled severity=ticket team=data",
    "KafkaBrokerDown severity=ticket, KafkaClusterUnderReplicated severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaBrokerUnderReplicated severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaIsrFlapping severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaFencedBroker severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaLeadersUnbalanced severity=info",
    "KafkaBrokerDown severity=ticket, KafkaBytesUnbalanced severity=info",
    "KafkaBrokerDown severity=ticket, KafkaAgentUnreachable severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaCanaryIncomplete severity=ticket",
    "KafkaSeveralBrokersDown severity=page, KafkaClusterUnderReplicated severity=ticket",
    "KafkaSeveralBrokersDown severity=page, KafkaBrokerDown severity=ticket",
    "KafkaSeveralBrokersDown severity=page, KafkaUnderMinIsrPartitions severity=page",
    "KafkaSeveralBrokersDown severity=page, KafkaCanaryDeliveryBudgetBurn severity=page slo=canary-delivery",
    "KafkaSeveralBrokersDown severity=page, KafkaConsumerStalled severity=ticket team=data",
    "KafkaOutageOver severity=none sloth_slo=fetch-availability, KafkaFetchAvailabilityBudgetBurn severity=page sloth_slo=fetch-availability",
    "KafkaOfflinePartitions severity=page, KafkaPartitionAvailabilityBudgetBurn severity=page slo=partition-availability",
    "KafkaUnderMinIsrPartitions severity=page, KafkaProduceAvailabilityBudgetBurn severity=page slo=produce-availability",
    "KafkaNoActiveController severity=page, KafkaQuorumAtRisk severity=ticket",
    "KafkaNoActiveController severity=page, KafkaMetadataLag severity=ticket",
    "KafkaNoActiveController severity=page, KafkaMonitorErrors severity=ticket",
    "KafkaCanaryDeliveryBudgetBurn severity=page slo=canary-delivery, KafkaMonitorErrors severity=ticket",
    "KafkaProduceLatencyBudgetBurn severity=page slo=produce-latency, KafkaProduceLatencyBudgetBurn severity=ticket slo=produce-latency",
    "KafkaDiskFullSoon severity=page broker=1, KafkaDiskFillsInADay severity=ticket broker=1",
    "KafkaDiskFullSoon severity=page broker=1, KafkaDiskAlmostFull severity=page broker=1",
    "KafkaDiskFullSoon severity=page instance=a:9100, KafkaDiskAlmostFull severity=page instance=a:9100",
    "KafkaDiskAlmostFull severity=page broker=1, KafkaDiskFillsInADay severity=ticket broker=1",
    "KafkaCertificateEndsSoon severity=page instance=a:9093, KafkaCertificateExpires severity=ticket instance=a:9093",
    "KafkaHandlersOverloaded severity=ticket instance=a:1, KafkaHandlersBusy severity=ticket instance=a:1",
    "KafkaMonitorDown severity=ticket, KafkaCanaryAbsent severity=ticket",
    "KafkaMonitorBlind severity=ticket, KafkaCanaryIncomplete severity=ticket"
  })
  void theFirstSilencesTheSecondInItsClusterOnly(String source, String target) throws Exception {
    String here = newCluster();
    Map<String, String> consequence = alert(target, here);
    Map<String, String> elsewhere = alert(target, newCluster());
    alertmanager.post(List.of(alert(source, here), consequence, elsewhere));
    assertStates(Map.of(consequence, "suppressed", elsewhere, "active"));
  }

  @ParameterizedTest
  @CsvSource({
    "KafkaClusterDown severity=page, Watchdog severity=none",
    "KafkaBrokerDown severity=ticket, KafkaOfflinePartitions severity=page",
    "KafkaBrokerDown severity=ticket, KafkaQuorumAtRisk severity=ticket",
    "KafkaBrokerDown severity=ticket, KafkaSeveralBrokersDown severity=page",
    "KafkaBrokerDown severity=ticket, KafkaConsumerStalled severity=ticket",
    "KafkaSeveralBrokersDown severity=page, KafkaUncleanLeaderElection severity=page",
    "KafkaSeveralBrokersDown severity=page, KafkaOfflinePartitions severity=page",
    "KafkaOutageOver severity=none sloth_slo=fetch-availability, KafkaOfflinePartitions severity=page",
    "KafkaOutageOver severity=none sloth_slo=fetch-availability, KafkaProduceLatencyBudgetBurn severity=page sloth_slo=produce-latency",
    "KafkaOutageOver severity=none sloth_slo=fetch-availability, KafkaFetchAvailabilityBudgetBurn severity=ticket sloth_slo=fetch-availability",
    "KafkaSeveralBrokersDown severity=page, KafkaNoActiveController severity=page",
    "KafkaSeveralBrokersDown severity=page, KafkaDiskFullSoon severity=page",
    "KafkaOfflinePartitions severity=page, KafkaDiskFillsInADay severity=ticket",
    "KafkaOfflinePartitions severity=page, KafkaProduceAvailabilityBudgetBurn severity=page slo=produce-availability",
    "KafkaUnderMinIsrPartitions severity=page, KafkaFetchAvailabilityBudgetBurn severity=page slo=fetch-availability",
    "KafkaUnderMinIsrPartitions severity=page, KafkaOfflinePartitions severity=page",
    "KafkaProduceLatencyBudgetBurn severity=page slo=produce-latency, KafkaCanaryLatencyBudgetBurn severity=ticket slo=canary-latency",
    "KafkaProduceLatencyBudgetBurn severity=ticket slo=produce-latency, KafkaProduceLatencyBudgetBurn severity=page slo=produce-latency",
    "KafkaDiskFullSoon severity=page broker=1, KafkaDiskFillsInADay severity=ticket broker=2",
    "KafkaDiskFullSoon severity=page broker=1, KafkaDiskAlmostFull severity=page broker=2",
    "KafkaDiskAlmostFull severity=page broker=1, KafkaDiskFullSoon severity=page broker=1",
    "KafkaCertificateEndsSoon severity=page instance=a:9093, KafkaCertificateExpires severity=ticket instance=b:9093",
    "KafkaHandlersOverloaded severity=ticket instance=a:1, KafkaHandlersBusy severity=ticket instance=b:1"
  })
  void theFirstLeavesTheSecondAlone(String source, String target) throws Exception {
    String here = newCluster();
    Map<String, String> first = alert(source, here);
    alertmanager.post(List.of(first));
    Await.until(
        "the first alert is known", alertmanager::states, states -> states.containsKey(first));
    Map<String, String> second = alert(target, here);
    alertmanager.post(List.of(second));
    assertStates(Map.of(second, "active"));
  }

  /** A label that both lack counts as equal to Alertmanager. */
  @Test
  void alertsWithoutAClusterSilenceNothing() throws Exception {
    Map<String, String> down = Map.of("alertname", "KafkaClusterDown", "severity", "page");
    Map<String, String> other = Map.of("alertname", "KafkaMonitorDown", "severity", "ticket");
    alertmanager.post(List.of(down, other));
    assertStates(Map.of(down, "active", other, "active"));
  }

  /** What is posted together is seen one after the other, so the final state takes a moment. */
  private static void assertStates(Map<Map<String, String>, String> expected) throws Exception {
    Await.until(
        "states " + expected,
        alertmanager::states,
        states -> states.entrySet().containsAll(expected.entrySet()));
  }

  private static String newCluster() {
    return "cluster-" + CLUSTERS.incrementAndGet();
  }

  /**
   * @param text an alert's name and further labels, such as {@code severity=page}
   */
  private static Map<String, String> alert(String text, String cluster) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("kafka_cluster", cluster);
    for (String word : text.split(" ", -1)) {
      String[] label = word.split("=", 2);
      labels.put(label.length == 2 ? label[0] : "alertname", label[label.length - 1]);
    }
    return labels;
  }
}
