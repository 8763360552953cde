package io.brokerscope.dashboards.live;

import io.brokerscope.alerts.ShippedFiles;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.demo.cluster.KafkaNode;
import io.brokerscope.exposition.Tool;
import io.brokerscope.kafka.Await;
import io.brokerscope.kafka.PrometheusServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Three brokers, all that uses and watches them, and a Prometheus that sees the active controller
 * die and come back. When that is recorded everything but Prometheus ends, so that its figures stay
 * as they are and the machine is free for a browser.
 */
final class LiveStack {
  private static final int BROKERS = 3;

  /**
   * The committed pictures end while the broker is down, after so long that windows of 5 minutes
   * and the alerts tell of it.
   */
  private static final boolean FOR_PICTURES = Boolean.getBoolean("screenshots.write");

  /** Long enough for a rate over the 30 s at which objectives are looked at. */
  private static final Duration CALM =
      FOR_PICTURES ? Duration.ofMinutes(3) : Duration.ofSeconds(45);

  /** Longer than broker.session.timeout.ms (9 s), so that the broker is fenced. */
  private static final Duration DOWN =
      FOR_PICTURES ? Duration.ofMinutes(6) : Duration.ofSeconds(20);

  /** With what was before at least 2 minutes, the pace of the slowest recording rules. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(60);

  private static Recording recorded; // null until a test wants it

  private final KafkaCluster cluster;
  private final ClusterUsers users;

  private LiveStack(KafkaCluster cluster, ClusterUsers users) {
    this.cluster = cluster;
    this.users = users;
  }

  /** Records when a test first wants it; skips the test where a program for that is missing. */
  static synchronized Recording recorded() throws Exception {
    Tool prometheus = ShippedFiles.prometheus();
    String debianPackage = "prometheus-node-exporter";
    Tool nodeExporter = Tool.orSkip(debianPackage, "node_exporter", debianPackage);
    if (recorded == null) {
      recorded = record(prometheus, nodeExporter);
    }
    return recorded;
  }

  private static Recording record(Tool prometheus, Tool nodeExporter) throws Exception {
    KafkaCluster cluster =
        KafkaCluster.start(
            BrokerJars.of(System.getProperty("kafka.version")), BROKERS, Agent::jvmOptions);
    try {
      LiveStack stack = new LiveStack(cluster, ClusterUsers.start(cluster, nodeExporter));
      return stack.recordWith(
          PrometheusServer.start(
              prometheus.executable(),
              cluster.folderOf("prometheus"),
              ScrapeConfig.of(stack.users.targets()),
              cluster));
    } catch (Exception | AssertionError failure) {
      cluster.close();
      throw failure;
    }
  }

  private Recording recordWith(PrometheusServer prometheus) throws Exception {
    Await.until("an answer of Prometheus", prometheus.api()::answers, answers -> answers);
    Instant from = Instant.now();
    Thread.sleep(CALM.toMillis());
    KafkaNode lost = cluster.nodes().get(activeController() - 1);
    lost.kill();
    Thread.sleep(DOWN.toMillis());
    if (FOR_PICTURES) {
      awaitHalfPastAMinute();
    } else {
      lost.start(Agent.jvmOptions(lost.ports()));
      lost.awaitStarted();
      Thread.sleep(AFTERWARDS.toMillis());
    }
    Instant to = Instant.now();
    users.end();
    for (KafkaNode node : cluster.nodes()) {
      node.kill();
    }
    return new Recording(prometheus.api(), from, to);
  }

  /**
   * Grafana leaves 8 pixels beside a chart, which cuts off the label of a time at its end; labels
   * are at whole minutes.
   */
  private static void awaitHalfPastAMinute() throws InterruptedException {
    Thread.sleep(Math.floorMod(30_000 - System.currentTimeMillis(), 60_000));
  }

  /** Its id; ids begin with 1. */
  private int activeController() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
    }
  }
}
