package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.kafka.Await;
import io.brokerscope.kafka.Clients;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says while it checks its logs, because it was not stopped in order. */
@Tag("waits-for-brokers")
class BrokerPackRecoveryIT {
  private static final String TO_RECOVER = "kafka_log_logmanager_remaininglogstorecover";
  private static final String SEGMENTS_TO_RECOVER =
      "kafka_log_logmanager_remainingsegmentstorecover";
  private static final String BROKER_STATE = "kafka_server_kafkaserver_brokerstate";

  /** STARTING in Kafka's BrokerState: with KRaft, RECOVERY comes after the logs are loaded. */
  private static final double STARTING = 1;

  /** RUNNING in Kafka's BrokerState. */
  private static final double SERVING = 3;

  /** Enough to be busy with for some seconds. */
  private static final int PARTITIONS = 400;

  @Test
  void a_broker_that_was_killed_tells_how_many_logs_are_still_to_be_checked() throws Exception {
    try (KafkaCluster cluster =
        KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), 1)) {
      KafkaNode node = cluster.nodes().get(0);
      node.configure(List.of("num.recovery.threads.per.data.dir=1"));
      Path pack = PackFile.of("kafka-broker.yml").in(cluster.folderOf("packs"));
      List<String> agent = List.of(Agent.jvmOption(node.ports().metrics(), pack));
      cluster.start(ports -> agent);
      new Clients(cluster).createTopic("many", PARTITIONS);
      node.kill();

      node.start(agent);
      LiveProcess broker = LiveProcess.of("recovering", node, pack);
      Await.until("an agent that answers", broker::answers, answers -> answers);
      Figures recovering =
          Figures.of(
              broker,
              "logs to be checked",
              read -> read.of(TO_RECOVER).stream().anyMatch(logs -> logs.value() > 0));

      Sample logs = recovering.of(TO_RECOVER).get(0);
      assertTrue(logs.value() <= PARTITIONS + 1, () -> "logs and metadata's: " + logs);
      assertEquals(node.dataFolder().toString(), logs.labels().get("dir"));
      assertEquals(1, recovering.of(SEGMENTS_TO_RECOVER).size(), "threads");
      assertEquals(STARTING, recovering.value(BROKER_STATE));
      Figures.of(
          broker,
          "a broker that serves and has nothing left to check",
          read -> read.value(BROKER_STATE) == SERVING && read.of(TO_RECOVER).isEmpty());
    }
  }
}
