package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Prometheus on loopback that scrapes one node of a cluster every second. */
final class PrometheusServer {

  private final Process process;
  private final PrometheusApi api;

  private PrometheusServer(Process process, PrometheusApi api) {
    this.process = process;
    this.api = api;
  }

  /**
   * @param folder takes its configuration, log and data
   */
  static PrometheusServer start(Path executable, Path folder, KafkaCluster cluster)
      throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
              - job_name: kafka
                static_configs:
                  - targets: ['127.0.0.1:%d']
            """
                .formatted(cluster.nodes().get(0).ports().metrics()));
    int port = FreePorts.find(1).get(0);
    Process process =
        new ProcessBuilder(
                executable.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    cluster.adopt(process);
    return new PrometheusServer(process, new PrometheusApi(URI.create("http://127.0.0.1:" + port)));
  }

  /** What it knows. */
  PrometheusApi api() {
    return api;
  }

  /** Kills it; at the latest it ends with the cluster. */
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
