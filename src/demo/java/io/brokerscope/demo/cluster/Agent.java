package io.brokerscope.demo.cluster;

import java.nio.file.Path;
import java.util.List;

/** How nodes get the agent: the jar that the build made, and the shipped rules for brokers. */
public final class Agent {

  private static final Path RULES = Path.of("config", "kafka-broker.yml").toAbsolutePath();

  private Agent() {}

  public static Path jar() {
    return Path.of(System.getProperty("brokerscope.agent.jar", "target/brokerscope-agent.jar"))
        .toAbsolutePath();
  }

  /**
   * The JVM option that starts the agent with a program.
   *
   * @param port of its metrics, on loopback
   */
  public static String jvmOption(int port, Path rules) {
    return "-javaagent:%s=127.0.0.1:%d:%s".formatted(jar(), port, rules.toAbsolutePath());
  }

  /** What the agent is told, whether it starts with the node or is attached to it. */
  public static String arguments(NodePorts ports) {
    return "127.0.0.1:%d:%s".formatted(ports.metrics(), RULES);
  }

  /** The JVM option that starts the agent with the node. */
  public static List<String> jvmOptions(NodePorts ports) {
    return List.of("-javaagent:%s=%s".formatted(jar(), arguments(ports)));
  }
}
