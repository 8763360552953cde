package io.brokerscope.monitor;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three brokers with an authorizer and three listeners: who comes by the first one may do anything,
 * the second asks for a password, the third does so over TLS.
 */
final class GuardedCluster implements AutoCloseable {
  static final String USER = "monitor";
  static final String PASSWORD = "Xyzzy-4711";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

  private final KafkaCluster cluster;
  private final List<Listeners> ports;
  private final TestCertificate certificate;

  /** The ports of a broker's second and third listener. */
  private record Listeners(int users, int tls) {}

  private GuardedCluster(KafkaCluster cluster, List<Listeners> ports, TestCertificate certificate) {
    this.cluster = cluster;
    this.ports = ports;
    this.certificate = certificate;
  }

  static GuardedCluster start() throws IOException, InterruptedException {
    KafkaCluster cluster =
        KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), 3);
    TestCertificate certificate = TestCertificate.makeIn(cluster.folderOf("certificate"));
    List<Integer> free = FreePorts.find(6);
    List<Listeners> ports =
        IntStream.range(0, 3)
            .mapToObj(i -> new Listeners(free.get(2 * i), free.get(2 * i + 1)))
            .toList();
    for (int i = 0; i < ports.size(); i++) {
      KafkaNode node = cluster.nodes().get(i);
      node.configure(properties(node, ports.get(i), certificate));
    }
    cluster.start(nodePorts -> List.of());
    return new GuardedCluster(cluster, ports, certificate);
  }

  private static List<String> properties(
      KafkaNode node, Listeners ports, TestCertificate certificate) {
    String users = LOGIN.formatted("broker", "of no use", " user_" + USER + "=\"" + PASSWORD + '"');
    return List.of(
        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d,USERS://127.0.0.1:%d,TLS://127.0.0.1:%d"
            .formatted(
                node.ports().client(), node.ports().controller(), ports.users(), ports.tls()),
        "listener.security.protocol.map="
            + "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,USERS:SASL_PLAINTEXT,TLS:SASL_SSL",
        "sasl.enabled.mechanisms=PLAIN",
        "listener.name.users.plain.sasl.jaas.config=" + users,
        "listener.name.tls.plain.sasl.jaas.config=" + users,
        "ssl.keystore.type=PKCS12",
        "ssl.keystore.location=" + certificate.keyStore(),
        "ssl.keystore.password=" + TestCertificate.PASSWORD,
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:ANONYMOUS");
  }

  /** Of the listener that asks for nothing. */
  String openServers() {
    return cluster.bootstrapServers();
  }

  /** Settings of a client that gives a password. */
  Map<String, String> clientSettings(String password) {
    return settings("SASL_PLAINTEXT", password, Listeners::users);
  }

  /**
   * Settings of a client that gives the right password over TLS, and trusts nobody's certificate.
   */
  Map<String, String> distrustfulSettings() {
    return settings("SASL_SSL", PASSWORD, Listeners::tls);
  }

  /** Settings of a client that gives the right password over TLS. */
  Map<String, String> tlsSettings() {
    Map<String, String> settings = distrustfulSettings();
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", certificate.pem().toString());
    return settings;
  }

  private Map<String, String> settings(
      String protocol, String password, ToIntFunction<Listeners> port) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "bootstrap.servers",
        ports.stream()
            .map(own -> "127.0.0.1:" + port.applyAsInt(own))
            .collect(Collectors.joining(",")));
    settings.put("security.protocol", protocol);
    settings.put("sasl.mechanism", "PLAIN");
    settings.put("sasl.jaas.config", LOGIN.formatted(USER, password, ""));
    return settings;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
