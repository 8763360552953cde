package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.demo.cluster.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker of the default version with the debug rules, which one class of tests has to itself:
 * nobody else's clients move its figures.
 *
 * @param node one of the cluster's, the only one that serves clients
 */
record DebugNode(KafkaCluster cluster, KafkaNode node, LiveProcess process)
    implements AutoCloseable {
  static final String LISTENER = "PLAINTEXT";

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  /**
   * A combined node; returns when it serves.
   *
   * @param properties what its server.properties has besides the usual ones
   */
  static DebugNode start(String... properties) throws Exception {
    return start(List.of(NodeRole.COMBINED), properties);
  }

  /** The same whose controller is a JVM of its own. */
  static DebugNode startBroker(String... properties) throws Exception {
    return start(List.of(NodeRole.CONTROLLER, NodeRole.BROKER), properties);
  }

  private static DebugNode start(List<NodeRole> roles, String... properties) throws Exception {
    String version = System.getProperty("kafka.version");
    KafkaCluster cluster = KafkaCluster.format(BrokerJars.of(version), roles);
    try {
      KafkaNode node = cluster.nodes().get(roles.size() - 1);
      node.configure(List.of(properties));
      Path pack = PackFile.of("kafka-broker.yml").withDebug().in(cluster.folderOf("packs"));
      cluster.start(ports -> ports.equals(node.ports()) ? agent(node, pack) : List.of());
      return new DebugNode(cluster, node, LiveProcess.of("broker " + version, node, pack));
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  private static List<String> agent(KafkaNode node, Path pack) {
    return List.of(Agent.jvmOption(node.ports().metrics(), pack));
  }

  /** Stops the node in order and returns when it serves again. */
  void restart() throws Exception {
    node.stop(STOP_LIMIT);
    node.start(agent(node, process.pack()));
    node.awaitStarted();
  }

  Figures figures() throws Exception {
    return Figures.of(process);
  }

  Figures figures(String expected, Predicate<Figures> accepted) throws Exception {
    return Figures.of(process, expected, accepted);
  }

  /** A client's configuration. */
  Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("bootstrap.servers", cluster.bootstrapServers());
    return all;
  }

  Admin admin() {
    return Admin.create(settings(Map.of()));
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(
        settings(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  void createTopic(String name, int partitions, Map<String, String> configuration)
      throws Exception {
    NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
    try (Admin admin = admin()) {
      Topics.create(admin, List.of(topic.configs(configuration)));
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
