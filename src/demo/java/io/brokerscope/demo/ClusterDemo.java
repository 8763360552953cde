package io.brokerscope.demo;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.demo.cluster.MonitorProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Three real brokers with the agent, the monitor, a producer, two consumers, and every few seconds
 * a line for each broker and one for the cluster, until Ctrl-C. System properties: {@code
 * kafka.version}, {@code brokerscope.agent.jar}, {@code brokerscope.monitor.jar}, {@code
 * brokerscope.brokers} and {@code demo.seconds}, 0 for no end.
 */
final class ClusterDemo {

  private static final int NODES = 3;
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int ROUNDS_PER_HEADER = 12;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static volatile boolean ending;

  private final PrintStream out = System.out;
  private final KafkaCluster cluster;
  private final Map<Integer, BrokerReading> readings = new HashMap<>();
  private MonitorProcess monitor;
  private ClusterReading clusterReading = ClusterReading.NONE;

  private ClusterDemo(KafkaCluster cluster) {
    this.cluster = cluster;
  }

  public static void main(String[] args) throws IOException, ExecutionException {
    endWithInterrupt(Thread.currentThread());
    BrokerJars jars = BrokerJars.of(System.getProperty("kafka.version"));
    System.out.printf("Formatting the storage of %d Kafka %s nodes%n", NODES, jars.version());
    try (KafkaCluster cluster = KafkaCluster.format(jars, NODES)) {
      ClusterDemo demo = new ClusterDemo(cluster);
      demo.start();
      demo.run(Duration.ofSeconds(Long.getLong("demo.seconds", 0)));
    } catch (InterruptedException e) {
      // Ctrl-C, or Maven is gone: the cluster has just been closed, and that was all to do.
    } catch (IOException | IllegalStateException e) {
      // Ctrl-C reaches the nodes too: their end may be noticed before the interrupt.
      if (!ending) {
        throw e;
      }
    }
  }

  /**
   * Ctrl-C and the end of the parent (Maven) interrupt the main thread, and the JVM waits until
   * that has cleaned up.
   */
  private static void endWithInterrupt(Thread main) {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> startDaemon("parent-watch", () -> interruptAtEnd(parent, main)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndJoin(main), "end-of-demo"));
  }

  private static void interruptAtEnd(ProcessHandle parent, Thread main) {
    parent.onExit().join();
    main.interrupt();
  }

  private static void interruptAndJoin(Thread main) {
    ending = true;
    main.interrupt();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void startDaemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void start() throws IOException, InterruptedException, ExecutionException {
    out.println("Starting them with the agent");
    cluster.start(Agent::jvmOptions);
    out.println("Starting the monitor, a producer, a consumer and a slow consumer");
    monitor = MonitorProcess.withShippedConfig(cluster);
    Traffic.start(cluster.bootstrapServers());
    for (KafkaNode node : cluster.nodes()) {
      readings.put(node.id(), read(node));
      out.printf("Node %d: %s%n", node.id(), node.ports().metricsAddress());
    }
    out.printf("Monitor: %s%n", monitor.address("/"));
  }

  private void run(Duration limit) throws IOException, InterruptedException {
    long startNanos = System.nanoTime();
    for (int round = 0;
        limit.isZero() || System.nanoTime() - startNanos < limit.toNanos();
        round++) {
      Thread.sleep(INTERVAL.toMillis());
      if (round % ROUNDS_PER_HEADER == 0) {
        out.printf("%n%s%n", BrokerTable.header());
      }
      printRound();
    }
  }

  private void printRound() throws IOException, InterruptedException {
    String time = LocalTime.now(ZoneId.systemDefault()).format(TIME);
    for (KafkaNode node : cluster.nodes()) {
      BrokerReading reading = read(node);
      BrokerReading earlier = readings.put(node.id(), reading);
      out.println(BrokerTable.line(time, node.id(), reading.row(earlier)));
      time = "";
    }
    ClusterReading earlier = clusterReading;
    clusterReading = readCluster();
    out.println(BrokerTable.clusterLine(clusterReading.text(earlier)));
  }

  private static BrokerReading read(KafkaNode node) throws IOException, InterruptedException {
    try {
      return new BrokerReading(System.nanoTime(), MetricsPage.fetch(node.ports().metricsAddress()));
    } catch (IOException e) {
      throw new IOException(
          "node %d gives no metrics at %s; its standard error says: %s"
              .formatted(node.id(), node.ports().metricsAddress(), node.standardError().strip()),
          e);
    }
  }

  private ClusterReading readCluster() throws IOException, InterruptedException {
    try {
      return new ClusterReading(MetricsPage.fetch(monitor.address("/metrics")));
    } catch (IOException e) {
      throw new IOException(
          "the monitor gives no metrics at %s; its standard error says: %s"
              .formatted(monitor.address("/metrics"), monitor.standardError().strip()),
          e);
    }
  }
}
