package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.kafka.SharedProcesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes that the shipped rules are proven on: a broker of the default version, and what
 * uses it; a cluster with separate roles; brokers of other versions. Started when a test first
 * wants it, shared by all, and ended with {@link SharedProcesses}, or with this JVM.
 */
final class LivePlant {
  static final String VERSION = System.getProperty("kafka.version");
  static final String NEWEST = "4.4.0";
  static final String LAST_WITH_ZOOKEEPER = "3.9.2";

  private static LivePlant running; // null until a test wants it

  private final KafkaCluster cluster;
  private final SeparateRoles separate;

  /** Nobody asks for these; they are held because a cluster that nobody holds may end. */
  private final List<KafkaCluster> others = new ArrayList<>();

  private final List<LiveProcess> processes = new ArrayList<>();

  private LivePlant(KafkaCluster cluster, SeparateRoles separate) {
    this.cluster = cluster;
    this.separate = separate;
  }

  static synchronized LivePlant running() throws Exception {
    if (running == null) {
      running = start();
      SharedProcesses.started(LivePlant::end);
    }
    return running;
  }

  private static void end(Thread input) throws InterruptedException {
    input.interrupt();
    input.join();
  }

  private static synchronized void end() {
    running.others.forEach(KafkaCluster::close);
    running.separate.cluster().close();
    running.cluster.close();
    running = null;
  }

  private static LivePlant start() throws Exception {
    MainBroker main = MainBroker.start(VERSION);
    LivePlant plant = new LivePlant(main.cluster(), SeparateRoles.start(VERSION));
    plant.processes.add(main.process());
    plant.processes.addAll(ClientProcesses.start(plant.cluster, BrokerJars.of(VERSION)));
    AppProcesses apps = AppProcesses.withDebugRules(plant.cluster);
    SharedProcesses.started(() -> end(apps.input()));
    plant.processes.addAll(apps.processes());
    plant.processes.addAll(plant.separate.processes());
    PlugInBroker plugIns = PlugInBroker.start(VERSION);
    plant.others.add(plugIns.cluster());
    plant.processes.add(plugIns.process());
    plant.startCombined(NEWEST);
    KafkaCluster last = plant.startCombined(LAST_WITH_ZOOKEEPER);
    plant.processes.add(ZooKeeperBroker.start(last, LAST_WITH_ZOOKEEPER));
    return plant;
  }

  private KafkaCluster startCombined(String version) throws Exception {
    KafkaCluster node = KafkaCluster.start(BrokerJars.of(version), 1, Agent::jvmOptions);
    Path pack = PackFile.of("kafka-broker.yml").in(node.folderOf("packs"));
    others.add(node);
    LightUse.of(node.bootstrapServers());
    processes.add(LiveProcess.of("broker " + version, node.nodes().get(0), pack));
    return node;
  }

  /** The cluster of the broker that everything uses. */
  KafkaCluster cluster() {
    return cluster;
  }

  /** The cluster with a controller and brokers of their own. */
  SeparateRoles separate() {
    return separate;
  }

  List<LiveProcess> processes() {
    return List.copyOf(processes);
  }

  LiveProcess process(String name) {
    return processes.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
