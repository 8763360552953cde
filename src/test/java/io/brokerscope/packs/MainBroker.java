package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A combined node of the default version that all kinds of clients use. It has the debug rules:
 * those hold the others too, and only such use brings all of their figures about.
 *
 * @param cluster of one node
 */
record MainBroker(KafkaCluster cluster, LiveProcess process) {

  static MainBroker start(String version) throws Exception {
    KafkaCluster cluster = KafkaCluster.format(BrokerJars.of(version), 1);
    KafkaNode node = cluster.nodes().get(0);
    PasswordListener users = PasswordListener.onFreePort();
    List<String> properties = new ArrayList<>(users.brokerProperties(node.ports()));
    // The cleaner looks for work at once, not every 15 seconds.
    properties.add("log.cleaner.backoff.ms=500");
    // By default after five minutes, and with an MBean attribute from then on: whether it is there
    // would depend on how long the tests take.
    properties.add("share.coordinator.state.topic.prune.interval.ms=86400000");
    node.configure(properties);
    Path pack = PackFile.of("kafka-broker.yml").withDebug().in(cluster.folderOf("packs"));
    cluster.start(ports -> List.of(Agent.jvmOption(ports.metrics(), pack)));
    BrokerUse.begin(cluster.bootstrapServers(), users);
    return new MainBroker(cluster, LiveProcess.of("broker " + version, node, pack));
  }
}
