package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodePorts;
import io.brokerscope.demo.cluster.NodeRole;
import java.nio.file.Path;
import java.util.List;

/**
 * A cluster whose controller and brokers are JVMs of their own, as in production. One of the
 * brokers has the debug rules, because only brokers that replicate have the figures of some of
 * them; the other one and the controller show that the default rules do alone.
 */
record SeparateRoles(KafkaCluster cluster, List<LiveProcess> processes) {
  static final String CONTROLLER = "controller";
  static final String BROKER = "broker of a controller";
  static final String DEBUG_BROKER = "broker of a controller, debug";

  static SeparateRoles start(String version) throws Exception {
    KafkaCluster cluster =
        KafkaCluster.format(
            BrokerJars.of(version), List.of(NodeRole.CONTROLLER, NodeRole.BROKER, NodeRole.BROKER));
    KafkaNode controller = cluster.nodes().get(0);
    KafkaNode broker = cluster.nodes().get(1);
    KafkaNode debugBroker = cluster.nodes().get(2);
    // A follower that hangs is soon out of sync, and long before the controller gives it up.
    for (KafkaNode node : cluster.nodes()) {
      node.configure(List.of("replica.lag.time.max.ms=5000", "broker.session.timeout.ms=60000"));
    }
    PackFile shipped = PackFile.of("kafka-broker.yml");
    Path pack = shipped.in(cluster.folderOf("packs"));
    Path debugPack = shipped.withDebug().in(cluster.folderOf("packs"));
    cluster.start(ports -> agent(ports, ports.equals(debugBroker.ports()) ? debugPack : pack));
    LightUse.of(cluster.bootstrapServers());
    return new SeparateRoles(
        cluster,
        List.of(
            LiveProcess.of(CONTROLLER + " " + version, controller, pack),
            LiveProcess.of(BROKER + " " + version, broker, pack),
            LiveProcess.of(DEBUG_BROKER + " " + version, debugBroker, debugPack)));
  }

  private static List<String> agent(NodePorts ports, Path pack) {
    return List.of(Agent.jvmOption(ports.metrics(), pack));
  }
}
