package io.brokerscope.dashboards.live;

import static io.brokerscope.packs.clients.ClientProgram.Kind.SHOP_READER;
import static io.brokerscope.packs.clients.ClientProgram.Kind.SHOP_WRITER;
import static io.brokerscope.packs.clients.ClientProgram.Kind.SLOW_SHOP_READER;

import io.brokerscope.dashboards.live.ScrapeConfig.Target;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.MonitorProcess;
import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.Clients;
import io.brokerscope.packs.AppProcesses;
import io.brokerscope.packs.LiveProcess;
import io.brokerscope.packs.clients.ClientProgram;
import io.brokerscope.packs.clients.ShopNames;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that uses and watches a cluster, and where each answers. */
final class ClusterUsers {
  private static final String CLIENT_JOB = "kafka-client";

  private final KafkaCluster cluster;
  private final List<Target> targets = new ArrayList<>();
  private final List<ProcessHandle> processes = new ArrayList<>();
  private MonitorProcess monitor;
  private Thread input;

  private ClusterUsers(KafkaCluster cluster) {
    this.cluster = cluster;
  }

  /** Starts them and returns when they work; at the latest they end with the cluster. */
  static ClusterUsers start(KafkaCluster cluster, Tool nodeExporter) throws Exception {
    ClusterUsers users = new ClusterUsers(cluster);
    users.addBrokers();
    users.startMonitor();
    users.startShop();
    users.startApplications();
    users.startNodeExporter(nodeExporter);
    return users;
  }

  /** All targets, the brokers among them. */
  List<Target> targets() {
    return List.copyOf(targets);
  }

  /** Ends them; the brokers go on. */
  void end() throws InterruptedException {
    input.interrupt();
    input.join();
    // First, because it deletes its groups while there are brokers.
    monitor.stop();
    processes.forEach(ProcessHandle::destroyForcibly);
  }

  private void addBrokers() {
    for (KafkaNode node : cluster.nodes()) {
      targets.add(
          new Target("kafka", "broker-%d:9404".formatted(node.id()), node.ports().metrics()));
    }
  }

  private void startMonitor() throws IOException, InterruptedException {
    monitor = MonitorProcess.withShippedConfig(cluster);
    targets.add(new Target("kafka-monitor", "monitor-1:9308", monitor.address("/").getPort()));
  }

  private void startShop() throws Exception {
    Clients clients = new Clients(cluster);
    for (String topic : ShopNames.topics()) {
      clients.createTopic(topic, ShopNames.PARTITIONS);
    }
    startClient("shop", "kafka-producer.yml", SHOP_WRITER);
    startClient(ShopNames.BILLING, "kafka-consumer.yml", SHOP_READER);
    startClient(ShopNames.AUDIT, "kafka-consumer.yml", SLOW_SHOP_READER);
  }

  private void startClient(String name, String rules, ClientProgram.Kind kind) throws Exception {
    int port = FreePorts.find(1).get(0);
    List<String> command = new ArrayList<>(List.of(ClientProgram.class.getName()));
    command.addAll(ClientProgram.arguments(name, cluster.bootstrapServers(), kind));
    String agent = Agent.jvmOption(port, Path.of("config", rules));
    adopt(cluster.startProgram(name, classPath(), List.of(agent), command).pid());
    targets.add(new Target(CLIENT_JOB, name + "-1:9404", port));
  }

  private static String classPath() throws URISyntaxException {
    return Path.of(ClientProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        + File.pathSeparator
        + BrokerJars.of(System.getProperty("kafka.version")).classPath();
  }

  private void startApplications() throws Exception {
    AppProcesses applications = AppProcesses.asShipped(cluster);
    input = applications.input();
    for (LiveProcess application : applications.processes()) {
      adopt(application.pid());
      String instance = application.name() + "-1:9404";
      targets.add(new Target(CLIENT_JOB, instance, application.metrics().getPort()));
    }
  }

  /** All brokers run on this machine, so it stands for the host of each. */
  private void startNodeExporter(Tool nodeExporter) throws IOException {
    int port = FreePorts.find(1).get(0);
    Process process =
        new ProcessBuilder(
                nodeExporter.executable().toString(), "--web.listen-address=127.0.0.1:" + port)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    cluster.adopt(process);
    processes.add(process.toHandle());
    for (KafkaNode node : cluster.nodes()) {
      targets.add(new Target("node", "broker-%d:9100".formatted(node.id()), port));
    }
  }

  private void adopt(long pid) {
    processes.add(ProcessHandle.of(pid).orElseThrow());
  }
}
