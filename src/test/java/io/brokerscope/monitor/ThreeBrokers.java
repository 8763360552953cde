package io.brokerscope.monitor;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.kafka.SharedProcesses;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A cluster of three brokers, and what writes its past. */
record ThreeBrokers(KafkaCluster cluster, Histories histories) implements AutoCloseable {
  static final String TOPIC = "orders";
  static final int PARTITIONS = 6;

  static ThreeBrokers start() throws Exception {
    return start(System.getProperty("kafka.version"));
  }

  static ThreeBrokers start(String version) throws Exception {
    SharedProcesses.endAll();
    KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(version), 3, ports -> List.of());
    return new ThreeBrokers(cluster, new Histories(cluster.bootstrapServers()));
  }

  /** Writes 100 records to a topic, of which a group without members has committed 40. */
  ThreeBrokers withLagOfSixty(String group, long writtenMillis) throws Exception {
    histories.createTopic(TOPIC, PARTITIONS, Map.of());
    histories.write(TOPIC, Collections.nCopies(100, writtenMillis));
    histories.commit(group, TOPIC, 40);
    return this;
  }

  String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  @Override
  public void close() {
    histories.close();
    cluster.close();
  }
}
