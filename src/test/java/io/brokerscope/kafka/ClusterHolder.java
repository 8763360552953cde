package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that starts a broker, prints its process id, and never ends by itself. */
final class ClusterHolder {

  private ClusterHolder() {}

  public static void main(String[] args) throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(args[0]), 1, ports -> List.of())) {
      System.out.println(cluster.nodes().get(0).pid());
      new CountDownLatch(1).await();
    }
  }
}
