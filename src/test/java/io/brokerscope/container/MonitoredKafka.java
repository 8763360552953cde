package io.brokerscope.container;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.kafka.PrometheusApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.ToStringConsumer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.MountableFile;

/**
 * A broker in Kafka's own image with the agent, and Prometheus in its own image, which scrapes the
 * broker every second over a network of Docker's.
 */
final class MonitoredKafka implements AutoCloseable {

  /** The build's version, as on the class path of the other tests. */
  private static final String KAFKA_IMAGE = "apache/kafka:" + System.getProperty("kafka.version");

  /** Any will do: the one that is there, else the newest. */
  private static final String PROMETHEUS_IMAGE = "prom/prometheus:latest";

  private static final String KAFKA_HOST = "kafka";
  private static final int METRICS_PORT = 9404;
  private static final int PROMETHEUS_PORT = 9090;

  /** Testcontainers allows a minute, and the image of Kafka starts two JVMs with the agent. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /** How a line of Kafka's log begins that lists a setting. */
  private static final String SETTING = "\t";

  private static final String AGENT = "/opt/brokerscope/brokerscope-agent.jar";
  private static final String RULES = "/opt/brokerscope/kafka-broker.yml";

  /** Docker's option of a network: the address of this machine that ports are published on. */
  private static final Map<String, String> LOOPBACK_ONLY =
      Map.of("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1");

  private final Network network =
      Network.builder()
          .createNetworkCmdModifier(command -> command.withOptions(LOOPBACK_ONLY))
          .build();
  private final ToStringConsumer kafkaOutput = new ToStringConsumer();
  private final ToStringConsumer prometheusOutput = new ToStringConsumer();
  private final KafkaContainer kafka = kafka();
  private final GenericContainer<?> prometheus = prometheus();

  private MonitoredKafka() {}

  /** Returns when both serve; Prometheus may not have scraped yet. */
  static MonitoredKafka start() {
    MonitoredKafka started = new MonitoredKafka();
    try {
      Startables.deepStart(started.kafka, started.prometheus).join();
      return started;
    } catch (RuntimeException e) {
      String message =
          "%s and %s did not both start; %s"
              .formatted(KAFKA_IMAGE, PROMETHEUS_IMAGE, started.output());
      started.close();
      throw new IllegalStateException(message, e);
    }
  }

  /** What both wrote so far, without the hundreds of settings that a broker lists. */
  String output() {
    String kafkaEvents =
        kafkaOutput
            .toUtf8String()
            .lines()
            .filter(line -> !line.startsWith(SETTING))
            .collect(Collectors.joining("\n"));
    return "Kafka wrote:%n%s%nPrometheus wrote:%n%s"
        .formatted(kafkaEvents, prometheusOutput.toUtf8String());
  }

  private KafkaContainer kafka() {
    KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
    return container
        .withNetwork(network)
        .withNetworkAliases(KAFKA_HOST)
        .withCopyFileToContainer(MountableFile.forHostPath(Agent.jar()), AGENT)
        .withCopyFileToContainer(
            MountableFile.forHostPath(Path.of("config", "kafka-broker.yml")), RULES)
        .withStartupTimeout(START_LIMIT)
        .withEnv("KAFKA_OPTS", "-javaagent:%s=%d:%s".formatted(AGENT, METRICS_PORT, RULES))
        .withLogConsumer(kafkaOutput);
  }

  private GenericContainer<?> prometheus() {
    GenericContainer<?> container = new GenericContainer<>(PROMETHEUS_IMAGE);
    return container
        .withNetwork(network)
        .withExposedPorts(PROMETHEUS_PORT)
        .withCopyToContainer(
            Transferable.of(scrapeConfiguration()), "/etc/prometheus/prometheus.yml")
        .waitingFor(Wait.forHttp("/-/ready").withStartupTimeout(START_LIMIT))
        .withLogConsumer(prometheusOutput);
  }

  private static String scrapeConfiguration() {
    return """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: kafka
            static_configs:
              - targets: ['%s:%d']
        """
        .formatted(KAFKA_HOST, METRICS_PORT);
  }

  /** Where clients outside Docker find the broker. */
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  PrometheusApi prometheusApi() {
    return new PrometheusApi(
        URI.create(
            "http://%s:%d"
                .formatted(prometheus.getHost(), prometheus.getMappedPort(PROMETHEUS_PORT))));
  }

  @Override
  public void close() {
    prometheus.close();
    kafka.close();
    network.close();
  }
}
