package io.brokerscope.packs;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaProgram;
import io.brokerscope.kafka.Await;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts programs of {@link io.brokerscope.packs.clients}, each with the agent.
 *
 * @param cluster with which they end
 * @param classPath as the java program takes it
 */
record WatchedPrograms(KafkaCluster cluster, String classPath) {

  static WatchedPrograms of(KafkaCluster cluster, BrokerJars jars) throws URISyntaxException {
    return new WatchedPrograms(
        cluster, OwnClasses.folder() + File.pathSeparator + jars.classPath());
  }

  /**
   * Starts one.
   *
   * @param command main class and arguments
   */
  LiveProcess start(String name, Path pack, List<String> command) throws Exception {
    int port = FreePorts.find(1).get(0);
    KafkaProgram program =
        cluster.startProgram(name, classPath, List.of(Agent.jvmOption(port, pack)), command);
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    return new LiveProcess(name, program.pid(), metrics, pack);
  }

  /** The same; returns when its agent answers. */
  LiveProcess startAndAwaitAgent(String name, Path pack, List<String> command) throws Exception {
    LiveProcess started = start(name, pack, command);
    Await.until("an answer of " + name, started::answers, answers -> answers);
    return started;
  }
}
