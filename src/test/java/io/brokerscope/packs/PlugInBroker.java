package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A combined node with what Kafka leaves to plug-ins: tiered storage, here in a folder, and a
 * receiver of the metrics that clients push. It has the debug rules.
 *
 * @param cluster of one node
 */
record PlugInBroker(KafkaCluster cluster, LiveProcess process) {
  private static final String NAME = "broker with plug-ins";
  private static final String STORE = "kafka-storage-%s-test.jar";

  static PlugInBroker start(String version) throws Exception {
    BrokerJars jars = BrokerJars.of(version).withPlugIns(OwnClasses.folder());
    KafkaCluster cluster = KafkaCluster.format(jars, 1);
    KafkaNode node = cluster.nodes().get(0);
    node.configure(tieredStorage(version, cluster.folderOf("tiered-storage")));
    node.configure(
        List.of(
            "metric.reporters=org.apache.kafka.common.metrics.JmxReporter,"
                + MetricsReceiver.class.getName()));
    Path pack = PackFile.of("kafka-broker.yml").withDebug().in(cluster.folderOf("packs"));
    cluster.start(ports -> List.of(Agent.jvmOption(ports.metrics(), pack)));
    ArchiveUse.begin(cluster.bootstrapServers());
    return new PlugInBroker(cluster, LiveProcess.of(name(version), node, pack));
  }

  static String name(String version) {
    return NAME + ' ' + version;
  }

  /** What waits for minutes by default is done each second. */
  private static List<String> tieredStorage(String version, Path folder) {
    return List.of(
        "remote.log.storage.system.enable=true",
        "remote.log.storage.manager.class.name=org.apache.kafka.server.log.remote.storage.LocalTieredStorage",
        "remote.log.storage.manager.class.path="
            + BrokerJars.of("plug-ins").folder().resolve(STORE.formatted(version)),
        "rsm.config.dir=" + folder,
        "remote.log.metadata.manager.listener.name=PLAINTEXT",
        "rlmm.config.remote.log.metadata.topic.replication.factor=1",
        "rlmm.config.remote.log.metadata.topic.num.partitions=1",
        "rlmm.config.remote.log.metadata.topic.min.isr=1",
        "remote.log.manager.task.interval.ms=1000",
        "log.retention.check.interval.ms=1000",
        "log.initial.task.delay.ms=1000");
  }
}
