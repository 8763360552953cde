package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.NodePorts;
import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.demo.cluster.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A cluster of the default version that a class of tests has for itself, to do with it what others
 * could not stand. Its agents have the debug rules.
 *
 * @param pack the file of rules of all nodes
 */
record OwnCluster(KafkaCluster cluster, Path pack) implements AutoCloseable {
  static final List<NodeRole> A_CONTROLLER_AND_TWO_BROKERS =
      List.of(NodeRole.CONTROLLER, NodeRole.BROKER, NodeRole.BROKER);

  static final int MESSAGE_BYTES = 1_000;

  /**
   * Returns when it serves clients.
   *
   * @param roles none of them combined
   * @param properties of each node
   */
  static OwnCluster start(List<NodeRole> roles, String... properties) throws Exception {
    KafkaCluster cluster = KafkaCluster.format(BrokerJars.of(LivePlant.VERSION), roles);
    for (KafkaNode node : cluster.nodes()) {
      node.configure(List.of(properties));
    }
    Path pack = PackFile.of("kafka-broker.yml").withDebug().in(cluster.folderOf("packs"));
    OwnCluster own = new OwnCluster(cluster, pack);
    // First: a controller tells the state only of brokers that have registered while it ran.
    own.startAll(NodeRole.CONTROLLER);
    own.startAll(NodeRole.BROKER);
    return own;
  }

  /** Of several controllers none is ready before a majority runs. */
  private void startAll(NodeRole role) throws Exception {
    List<KafkaNode> nodes = cluster.nodes().stream().filter(node -> node.role() == role).toList();
    for (KafkaNode node : nodes) {
      node.start(agent(node.ports()));
    }
    for (KafkaNode node : nodes) {
      node.awaitStarted();
    }
  }

  private List<String> agent(NodePorts ports) {
    return List.of(Agent.jvmOption(ports.metrics(), pack));
  }

  /**
   * One of its nodes.
   *
   * @param id from 1
   */
  KafkaNode node(int id) {
    return cluster.nodes().get(id - 1);
  }

  LiveProcess process(int id) {
    return LiveProcess.of("node " + id, node(id), pack);
  }

  /** Starts a node that has ended, and returns when it does its work. */
  void startAgain(int id) throws Exception {
    node(id).start(agent(node(id).ports()));
    node(id).awaitStarted();
  }

  Admin admin() {
    return Admin.create(address());
  }

  /**
   * Returns when it can be written.
   *
   * @param partitions of the topic
   * @param replicas of each partition as ids of brokers, the preferred leader first
   */
  void createTopic(
      String topic, int partitions, List<Integer> replicas, Map<String, String> configuration)
      throws Exception {
    Map<Integer, List<Integer>> assignments = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      assignments.put(partition, replicas);
    }
    try (Admin admin = admin()) {
      Topics.create(admin, List.of(new NewTopic(topic, assignments).configs(configuration)));
    }
  }

  /**
   * Returns when all replicas that are in sync have so many messages, each of {@link
   * #MESSAGE_BYTES}.
   */
  void write(String topic, int partitions, int messages) throws Exception {
    try (var producer =
        new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        sent.add(
            producer.send(
                new ProducerRecord<>(topic, i % partitions, null, new byte[MESSAGE_BYTES])));
      }
      for (Future<?> message : sent) {
        message.get();
      }
    }
  }

  private Map<String, Object> address() {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
