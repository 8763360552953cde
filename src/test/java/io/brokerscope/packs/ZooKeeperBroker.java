package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaProgram;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A broker of the last version that keeps its metadata in ZooKeeper, and a ZooKeeper for it. */
final class ZooKeeperBroker {
  static final String NAME = "broker with ZooKeeper";

  private ZooKeeperBroker() {}

  /**
   * @param beside of the same version; the broker ends with it and is no part of it
   */
  static LiveProcess start(KafkaCluster beside, String version) throws Exception {
    String classPath = BrokerJars.of(version).classPath();
    List<Integer> ports = FreePorts.find(3);
    int zooKeeperPort = ports.get(0);
    int clientPort = ports.get(1);
    int metricsPort = ports.get(2);
    beside
        .startProgram(
            "zookeeper",
            classPath,
            // Its web server is another library.
            List.of("-Dzookeeper.admin.enableServer=false"),
            List.of(
                "org.apache.zookeeper.server.ZooKeeperServerMain",
                String.valueOf(zooKeeperPort),
                beside.folderOf("zookeeper").resolve("data").toString()))
        .await("binding to port");
    Path pack = PackFile.of("kafka-broker.yml").withDebug().in(beside.folderOf("packs"));
    KafkaProgram broker =
        beside.startProgram(
            "zookeeper-broker",
            classPath,
            List.of(Agent.jvmOption(metricsPort, pack)),
            List.of("kafka.Kafka", properties(beside, zooKeeperPort, clientPort).toString()));
    broker.await("started (KafkaServer)");
    LightUse.of("127.0.0.1:" + clientPort);
    return new LiveProcess(
        NAME + " " + version,
        broker.pid(),
        URI.create("http://127.0.0.1:" + metricsPort + "/metrics"),
        pack);
  }

  private static Path properties(KafkaCluster beside, int zooKeeperPort, int clientPort)
      throws Exception {
    Path folder = beside.folderOf("zookeeper-broker");
    return Files.write(
        folder.resolve("server.properties"),
        List.of(
            "broker.id=1",
            "zookeeper.connect=127.0.0.1:" + zooKeeperPort,
            "listeners=PLAINTEXT://127.0.0.1:" + clientPort,
            "log.dirs=" + folder.resolve("data"),
            "log.index.size.max.bytes=1048576",
            "offsets.topic.num.partitions=5",
            "offsets.topic.replication.factor=1",
            "transaction.state.log.num.partitions=5",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "group.initial.rebalance.delay.ms=0"));
  }
}
