package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes that the shipped rules are proven on: a broker of the default version, and what
 * uses it. Started when a test first wants it, shared by all, and ended with this JVM.
 */
final class LivePlant {
  private static final String VERSION = System.getProperty("kafka.version");

  private static LivePlant running; // null until a test wants it

  private final KafkaCluster cluster;
  private final List<LiveProcess> processes = new ArrayList<>();

  private LivePlant(KafkaCluster cluster) {
    this.cluster = cluster;
  }

  static synchronized LivePlant running() throws Exception {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static LivePlant start() throws Exception {
    LivePlant plant =
        new LivePlant(KafkaCluster.start(BrokerJars.of(VERSION), 1, Agent::jvmOptions));
    plant.processes.add(broker("broker " + VERSION, plant.cluster.nodes().get(0)));
    plant.processes.addAll(AppProcesses.start(plant.cluster));
    return plant;
  }

  private static LiveProcess broker(String name, KafkaNode node) {
    return new LiveProcess(
        name, node.pid(), node.ports().metricsAddress(), Path.of("config", "kafka-broker.yml"));
  }

  KafkaCluster cluster() {
    return cluster;
  }

  List<LiveProcess> processes() {
    return List.copyOf(processes);
  }

  LiveProcess process(String name) {
    return processes.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
