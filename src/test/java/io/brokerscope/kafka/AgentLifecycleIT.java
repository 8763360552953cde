package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real broker starts, serves and stops with the agent as it does without. */
@Tag("waits-for-brokers")
class AgentLifecycleIT {

  /**
   * 128 + SIGTERM: the exit code of a JVM that ran its shutdown hooks to the end after the signal.
   */
  private static final int STOPPED_BY_SIGTERM = 143;

  /** Prints a new id. */
  private static final String[] TOOL = {"kafka.tools.StorageTool", "random-uuid"};

  /**
   * What Java 24 and later say on standard error about Kafka's own use of Unsafe (JEP 498); the
   * middle line names the caller.
   */
  private static final Pattern UNSAFE_WARNING =
      Pattern.compile(
          "WARNING: (A terminally deprecated method in sun\\.misc\\.Unsafe has been called"
              + "|sun\\.misc\\.Unsafe::invokeCleaner will be removed in a future release"
              + "|.* org\\.apache\\.kafka\\.common\\.utils\\.\\S*ByteBufferUnmapper.*)");

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  @ParameterizedTest
  @MethodSource("io.brokerscope.kafka.KafkaVersions#all")
  void a_scraped_broker_stops_cleanly(String version) throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(version), 1, Agent::jvmOptions)) {
      KafkaNode node = cluster.nodes().get(0);
      MetricsPage.fetch(node.ports().metricsAddress());

      assertEquals(STOPPED_BY_SIGTERM, node.stop(STOP_LIMIT));
      assertTrue(node.log().contains("shut down completed"), node::log);
      assertFalse(node.log().contains("io.brokerscope"), node::log);
      assertEquals(List.of(), unexpected(node.standardError()));
    }
  }

  @ParameterizedTest
  @MethodSource("io.brokerscope.kafka.KafkaVersions#all")
  void a_running_broker_gives_metrics_once_the_agent_is_attached(String version) throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(version), 1, ports -> List.of())) {
      KafkaNode node = cluster.nodes().get(0);

      attach(node);

      MetricsPage page =
          Await.until(
              "an answer with the broker's state",
              () -> fetchOrEmpty(node),
              read -> !read.named("kafka_server_kafkaserver_brokerstate").isEmpty());
      assertEquals(3, page.value("kafka_server_kafkaserver_brokerstate"));
      assertEquals(STOPPED_BY_SIGTERM, node.stop(STOP_LIMIT));
    }
  }

  @ParameterizedTest
  @MethodSource("io.brokerscope.kafka.KafkaVersions#all")
  void a_command_line_tool_with_the_broker_s_agent_works_and_says_one_line(String version)
      throws Exception {
    try (KafkaCluster cluster = KafkaCluster.start(BrokerJars.of(version), 1, Agent::jvmOptions)) {
      KafkaNode node = cluster.nodes().get(0);

      KafkaNode.ToolRun without = node.runTool(List.of(), TOOL);
      KafkaNode.ToolRun with = node.runTool(Agent.jvmOptions(node.ports()), TOOL);

      assertEquals(0, with.exitCode());
      assertEquals(without.output().lines().count(), with.output().lines().count(), with::output);
      assertEquals("", without.standardError());
      assertEquals(1, with.standardError().lines().count(), with::standardError);
      assertTrue(
          with.standardError().contains(String.valueOf(node.ports().metrics())),
          with::standardError);
    }
  }

  private static List<String> unexpected(String standardError) {
    return standardError.lines().filter(line -> !UNSAFE_WARNING.matcher(line).matches()).toList();
  }

  private static void attach(KafkaNode node) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(node.pid()));
    try {
      machine.loadAgent(Agent.jar().toString(), Agent.arguments(node.ports()));
    } finally {
      machine.detach();
    }
  }

  private static MetricsPage fetchOrEmpty(KafkaNode node) throws Exception {
    try {
      return MetricsPage.fetch(node.ports().metricsAddress());
    } catch (ConnectException notYetBound) {
      return MetricsPage.empty();
    }
  }
}
