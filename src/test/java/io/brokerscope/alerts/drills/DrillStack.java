package io.brokerscope.alerts.drills;

import io.brokerscope.alerts.AlertmanagerServer;
import io.brokerscope.alerts.ShippedFiles;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.MonitorProcess;
import io.brokerscope.demo.cluster.NodeRole;
import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.PrometheusServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Three brokers (1 to 3) and three controllers (4 to 6) with the agent, the monitor, Prometheus and
 * Alertmanager. Prometheus reaches the agents of the brokers through a gate each, and the monitor
 * reaches the brokers through others, as somebody from another network would.
 */
final class DrillStack {
  static final int FULL_BROKER = 3;

  private static final int BROKERS = 3;
  private static final List<NodeRole> ROLES =
      List.of(
          NodeRole.BROKER,
          NodeRole.BROKER,
          NodeRole.BROKER,
          NodeRole.CONTROLLER,
          NodeRole.CONTROLLER,
          NodeRole.CONTROLLER);

  /**
   * Lines of config/monitor.yml. The canary gives Kafka the time that it is shipped with for a
   * write, for leaders do not move faster here, and no more than that for the way back.
   */
  private static final Map<String, String> MONITOR_CHANGES =
      Map.of(
          "intervalSeconds: 30", "intervalSeconds: 2",
          "timeoutSeconds: 10", "timeoutSeconds: 1",
          "brokersIntervalSeconds: 5", "brokersIntervalSeconds: 1",
          "logDirsEvery: 10", "logDirsEvery: 1",
          "endToEndSlaSeconds: 20", "endToEndSlaSeconds: 6");

  /**
   * Kafka's own times, as far as they can be made shorter: by default a broker that died is found
   * after 9 s (broker.session.timeout.ms) and leaders go back to it after 5 minutes.
   */
  private static final List<String> NODE_TIMES =
      List.of(
          "broker.heartbeat.interval.ms=500",
          "broker.session.timeout.ms=2000",
          "leader.imbalance.check.interval.seconds=10");

  /** An alert that found no Alertmanager yet is sent again after that; the default is a minute. */
  private static final String RESEND_DELAY =
      "--rules.alert.resend-delay=%dms".formatted(60_000 / TimeScale.FACTOR);

  private final KafkaCluster cluster;
  private final Volume volume;
  private final Inbox inbox = Inbox.open();
  private final List<Gate> agentGates = new ArrayList<>();
  private final List<Gate> clientGates = new ArrayList<>();
  private Load load;

  private DrillStack(KafkaCluster cluster, Volume volume) throws IOException {
    this.cluster = cluster;
    this.volume = volume;
  }

  /** All of it at work; nothing has been alerted yet. */
  static DrillStack start() throws Exception {
    Tool prometheus = ShippedFiles.prometheus();
    Tool alertmanager = ShippedFiles.alertmanager();
    KafkaCluster cluster =
        KafkaCluster.format(BrokerJars.of(System.getProperty("kafka.version")), ROLES);
    DrillStack stack = new DrillStack(cluster, Volume.at(cluster.folderOf("volume")));
    try {
      stack.startCluster();
      stack.startMonitoring(prometheus, alertmanager);
      return stack;
    } catch (Exception | AssertionError failure) {
      stack.end();
      throw failure;
    }
  }

  private void startCluster() throws Exception {
    for (KafkaNode node : cluster.nodes()) {
      node.configure(NODE_TIMES);
    }
    for (KafkaNode broker : brokers()) {
      openGates(broker);
    }
    // Half of the broker's replicas, the other half where the cluster put its logs.
    KafkaNode full = node(FULL_BROKER);
    full.configure(List.of("log.dirs=%s,%s".formatted(full.dataFolder(), volume.folder())));
    full.formatAdded();
    cluster.start(Agent::jvmOptions);
    load = Load.start(cluster.bootstrapServers());
  }

  private void openGates(KafkaNode broker) throws IOException {
    List<Integer> ports = FreePorts.find(3);
    agentGates.add(Gate.open(ports.get(0), broker.ports().metrics()));
    clientGates.add(Gate.open(ports.get(1), ports.get(2)));
    broker.configure(
        List.of(
            "listeners=PLAINTEXT://127.0.0.1:%d,OUTSIDE://127.0.0.1:%d"
                .formatted(broker.ports().client(), ports.get(2)),
            "advertised.listeners=PLAINTEXT://127.0.0.1:%d,OUTSIDE://127.0.0.1:%d"
                .formatted(broker.ports().client(), ports.get(1)),
            "listener.security.protocol.map="
                + "PLAINTEXT:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT"));
  }

  private void startMonitoring(Tool prometheusTool, Tool alertmanagerTool) throws Exception {
    String outside =
        clientGates.stream()
            .map(gate -> "127.0.0.1:" + gate.port())
            .collect(Collectors.joining(","));
    MonitorProcess monitor = MonitorProcess.withShippedConfig(cluster, outside, MONITOR_CHANGES);
    DrillFiles files = new DrillFiles(cluster.folderOf("alerts"));
    Path folder = cluster.folderOf("alertmanager");
    AlertmanagerServer alertmanager =
        AlertmanagerServer.start(alertmanagerTool, folder, files.routes(inbox.port()));
    cluster.adopt(alertmanager.process());
    List<Integer> controllerPorts =
        cluster.nodes().subList(BROKERS, ROLES.size()).stream()
            .map(node -> node.ports().metrics())
            .toList();
    String scraped =
        files.prometheus(
            agentGates.stream().map(Gate::port).toList(),
            controllerPorts,
            monitor.address("/").getPort(),
            alertmanager.address().getPort());
    PrometheusServer.start(
        prometheusTool.executable(),
        cluster.folderOf("prometheus"),
        scraped,
        cluster,
        RESEND_DELAY);
  }

  Inbox inbox() {
    return inbox;
  }

  Load load() {
    return load;
  }

  Volume volume() {
    return volume;
  }

  List<KafkaNode> brokers() {
    return cluster.nodes().subList(0, BROKERS);
  }

  KafkaNode node(int id) {
    return cluster.nodes().get(id - 1);
  }

  Gate agentGate(int broker) {
    return agentGates.get(broker - 1);
  }

  List<Gate> clientGates() {
    return clientGates;
  }

  /** Starts nodes that were killed, and returns when they work. */
  void restart(int... ids) throws IOException, InterruptedException {
    for (int id : ids) {
      node(id).start(Agent.jvmOptions(node(id).ports()));
    }
    for (int id : ids) {
      node(id).awaitStarted();
    }
  }

  void end() throws IOException, InterruptedException {
    if (load != null) {
      load.close();
    }
    for (Gate gate : agentGates) {
      gate.close();
    }
    for (Gate gate : clientGates) {
      gate.close();
    }
    volume.end();
    cluster.close();
    inbox.close();
  }
}
