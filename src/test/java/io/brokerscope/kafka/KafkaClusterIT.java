package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.JavaCommand;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster itself, without the agent: what it starts, it also ends. */
@Tag("waits-for-brokers")
class KafkaClusterIT {

  private static final String VERSION = System.getProperty("kafka.version");

  @TempDir Path temporary;

  @Test
  void nothing_outlives_a_killed_parent() throws Exception {
    Process parent = startHolder();
    ProcessHandle broker;
    try (BufferedReader output = parent.inputReader()) {
      broker = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertTrue(broker.isAlive());
      assertEquals(1, folders().size());
    } finally {
      parent.destroyForcibly().waitFor();
    }

    Await.until("the broker's end", broker::isAlive, alive -> !alive);
    Await.until("no folder left", this::folders, List::isEmpty);
  }

  @Test
  void a_killed_node_starts_again_with_its_data() throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(VERSION), 1, ports -> List.of())) {
      Clients clients = new Clients(cluster);
      clients.createTopic("kept", 1);
      clients.produce("kept", 5);

      cluster.nodes().get(0).kill();
      cluster.start(ports -> List.of());

      clients.consume("kept", 5);
    }
  }

  /** A JVM of its own whose folder for temporary files is this test's. */
  private Process startHolder() throws Exception {
    return new ProcessBuilder(
            JavaCommand.path(),
            "-Djava.io.tmpdir=" + temporary,
            "-Dbrokerscope.brokers=" + System.getProperty("brokerscope.brokers"),
            "-classpath",
            Path.of(ClusterHolder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString(),
            ClusterHolder.class.getName(),
            VERSION)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private List<Path> folders() throws Exception {
    try (var children = Files.list(temporary)) {
      return children
          .filter(path -> path.getFileName().toString().startsWith("brokerscope-"))
          .toList();
    }
  }
}
