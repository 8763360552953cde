package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * KRaft nodes on loopback. Their folder and their processes end with {@link #close} or with this
 * JVM, also when it is killed.
 */
public final class KafkaCluster implements AutoCloseable {

  private static final int PORTS_PER_NODE = 3;

  private final List<KafkaNode> nodes;
  private final Path folder;
  private final Reaper reaper;

  private KafkaCluster(List<KafkaNode> nodes, Path folder, Reaper reaper) {
    this.nodes = nodes;
    this.folder = folder;
    this.reaper = reaper;
  }

  /** A formatted cluster whose combined nodes do not run yet. */
  public static KafkaCluster format(BrokerJars jars, int nodeCount)
      throws IOException, InterruptedException {
    return format(jars, Collections.nCopies(nodeCount, NodeRole.COMBINED));
  }

  /**
   * A formatted cluster whose nodes do not run yet.
   *
   * @param roles one for each node; a combined node or a controller is among them, and a broker
   */
  public static KafkaCluster format(BrokerJars jars, List<NodeRole> roles)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("brokerscope-kafka-");
    Reaper reaper = Reaper.start(folder);
    try {
      List<NodePorts> ports = ports(roles.size());
      List<KafkaNode> nodes = new ArrayList<>();
      for (int i = 0; i < roles.size(); i++) {
        int id = i + 1;
        ProgramFolder home =
            new ProgramFolder(folder.resolve("node-" + id), jars.classPath(), reaper);
        nodes.add(new KafkaNode(id, roles.get(i), ports.get(i), jars.version(), home));
      }
      for (KafkaNode node : nodes) {
        node.format(nodes);
      }
      for (KafkaNode node : nodes) {
        node.awaitFormatted();
      }
      return new KafkaCluster(List.copyOf(nodes), folder, reaper);
    } catch (IOException | InterruptedException | RuntimeException e) {
      reaper.close();
      throw e;
    }
  }

  /**
   * A cluster that serves clients.
   *
   * @param jvmOptions what to add to a node's command line, such as an agent on its metrics port
   */
  public static KafkaCluster start(
      BrokerJars jars, int nodeCount, Function<NodePorts, List<String>> jvmOptions)
      throws IOException, InterruptedException {
    KafkaCluster cluster = format(jars, nodeCount);
    try {
      cluster.start(jvmOptions);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Starts all nodes at once (none is ready before a majority runs) and returns when all do their
   * work.
   */
  public void start(Function<NodePorts, List<String>> jvmOptions)
      throws IOException, InterruptedException {
    for (KafkaNode node : nodes) {
      node.start(jvmOptions.apply(node.ports()));
    }
    for (KafkaNode node : nodes) {
      node.awaitStarted();
    }
  }

  public List<KafkaNode> nodes() {
    return nodes;
  }

  /** From now on another program, such as one that watches the nodes, ends with the cluster. */
  public void adopt(Process program) throws IOException {
    reaper.adopt(program);
  }

  /**
   * A folder for what a program beside the nodes needs; it goes with the cluster.
   *
   * @param program its name, different for each
   */
  public Path folderOf(String program) throws IOException {
    return Files.createDirectories(folder.resolve(program));
  }

  /**
   * Starts a program beside the nodes, in {@link #folderOf} its name. It ends with the cluster.
   *
   * @param classPath as the java program takes it
   * @param jvmOptions such as an agent's
   * @param command main class and arguments
   */
  public KafkaProgram startProgram(
      String program, String classPath, List<String> jvmOptions, List<String> command)
      throws IOException {
    ProgramFolder home = new ProgramFolder(folderOf(program), classPath, reaper);
    return KafkaProgram.start(program, home, jvmOptions, command);
  }

  /** The clients' {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return nodes.stream()
        .filter(node -> node.role().servesClients())
        .map(node -> "127.0.0.1:" + node.ports().client())
        .collect(Collectors.joining(","));
  }

  /**
   * Kills the nodes: of a whole cluster that is asked to stop, the last node waits for a quorum
   * that is gone.
   */
  @Override
  public void close() {
    reaper.close();
  }

  private static List<NodePorts> ports(int nodeCount) throws IOException {
    List<Integer> free = FreePorts.find(nodeCount * PORTS_PER_NODE);
    return IntStream.range(0, nodeCount)
        .mapToObj(node -> free.subList(node * PORTS_PER_NODE, (node + 1) * PORTS_PER_NODE))
        .map(own -> new NodePorts(own.get(0), own.get(1), own.get(2)))
        .toList();
  }
}
