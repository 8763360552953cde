package io.brokerscope.bench;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Three brokers with the topics and the groups of a {@link MonitorScale}. */
final class MonitoredCluster implements AutoCloseable {
  static final int BROKERS = 3;
  static final short REPLICATION_FACTOR = 3;

  /** Kafka's own heap size (kafka-server-start.sh) and collector, and all compilers. */
  private static final List<String> BROKER_JVM =
      List.of("-Xms1g", "-Xmx1g", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC");

  /** Kafka's default; a cluster of ours has fewer. */
  private static final String COORDINATORS = "offsets.topic.num.partitions=50";

  private static final int TOPICS_PER_REQUEST = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaCluster cluster;
  private final Admin admin;
  private final Backlog backlog;

  private MonitoredCluster(KafkaCluster cluster, MonitorScale scale) {
    this.cluster = cluster;
    int patience = Math.toIntExact(PATIENCE.toMillis());
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "default.api.timeout.ms", patience,
                "request.timeout.ms", patience));
    this.backlog = new Backlog(scale, admin);
  }

  static MonitoredCluster start(MonitorScale scale)
      throws IOException, InterruptedException, ExecutionException {
    Progress.say("Starting %d brokers".formatted(BROKERS));
    KafkaCluster nodes = KafkaCluster.format(BrokerJars.of("bench"), BROKERS);
    try {
      for (KafkaNode node : nodes.nodes()) {
        node.configure(List.of(COORDINATORS));
      }
      nodes.start(ports -> BROKER_JVM);
      MonitoredCluster cluster = new MonitoredCluster(nodes, scale);
      cluster.fill(scale);
      return cluster;
    } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
      nodes.close();
      throw e;
    }
  }

  private void fill(MonitorScale scale) throws InterruptedException, ExecutionException {
    Progress.say("Creating %d partitions".formatted(scale.partitions()));
    List<String> topics = scale.topics();
    for (int from = 0; from < topics.size(); from += TOPICS_PER_REQUEST) {
      List<NewTopic> wanted =
          topics.subList(from, Math.min(topics.size(), from + TOPICS_PER_REQUEST)).stream()
              .map(
                  name -> new NewTopic(name, MonitorScale.PARTITIONS_PER_TOPIC, REPLICATION_FACTOR))
              .toList();
      admin.createTopics(wanted).all().get();
    }
    awaitLogs(scale.partitions());
    Progress.say("Writing records");
    backlog.write(bootstrapServers());
    Progress.say("Committing for %d groups".formatted(scale.groups()));
    backlog.commit();
  }

  /**
   * Brokers learn of new topics in their own time, and refuse commits to those they do not know.
   */
  private void awaitLogs(int perBroker) throws InterruptedException, ExecutionException {
    List<Integer> brokers = cluster.nodes().stream().map(KafkaNode::id).toList();
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (fewestLogs(brokers) < perBroker) {
      if (System.nanoTime() > deadlineNanos) {
        throw new IllegalStateException(
            "a broker has made %d logs in %d s, expected %d"
                .formatted(fewestLogs(brokers), PATIENCE.toSeconds(), perBroker));
      }
      Thread.sleep(1_000);
    }
  }

  private int fewestLogs(List<Integer> brokers) throws InterruptedException, ExecutionException {
    return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
        .mapToInt(dirs -> dirs.values().stream().mapToInt(dir -> dir.replicaInfos().size()).sum())
        .min()
        .orElse(0);
  }

  String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  KafkaCluster nodes() {
    return cluster;
  }

  Backlog backlog() {
    return backlog;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    cluster.close();
  }
}
