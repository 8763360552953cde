package io.brokerscope.monitor;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three brokers with an authorizer and a second listener that asks for a password. Who comes by the
 * first one may do anything.
 */
final class GuardedCluster implements AutoCloseable {
  static final String USER = "monitor";
  static final String PASSWORD = "Xyzzy-4711";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

  private final KafkaCluster cluster;
  private final List<Integer> ports;

  private GuardedCluster(KafkaCluster cluster, List<Integer> ports) {
    this.cluster = cluster;
    this.ports = ports;
  }

  static GuardedCluster start() throws IOException, InterruptedException {
    KafkaCluster cluster =
        KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), 3);
    List<Integer> ports = FreePorts.find(3);
    for (int i = 0; i < ports.size(); i++) {
      cluster.nodes().get(i).configure(properties(cluster.nodes().get(i), ports.get(i)));
    }
    cluster.start(nodePorts -> List.of());
    return new GuardedCluster(cluster, ports);
  }

  private static List<String> properties(KafkaNode node, int port) {
    String users = LOGIN.formatted("broker", "of no use", " user_" + USER + "=\"" + PASSWORD + '"');
    return List.of(
        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d,USERS://127.0.0.1:%d"
            .formatted(node.ports().client(), node.ports().controller(), port),
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,USERS:SASL_PLAINTEXT",
        "listener.name.users.sasl.enabled.mechanisms=PLAIN",
        "listener.name.users.plain.sasl.jaas.config=" + users,
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS");
  }

  /** Of the listener that asks for nothing. */
  String openServers() {
    return cluster.bootstrapServers();
  }

  /** Settings of a client that gives a password. */
  Map<String, String> clientSettings(String password) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "bootstrap.servers",
        IntStream.range(0, ports.size())
            .mapToObj(i -> "127.0.0.1:" + ports.get(i))
            .collect(Collectors.joining(",")));
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "PLAIN");
    settings.put("sasl.jaas.config", LOGIN.formatted(USER, password, ""));
    return settings;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
