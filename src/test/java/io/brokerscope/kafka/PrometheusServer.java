package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Prometheus on loopback, beside a cluster. */
public final class PrometheusServer {

  private final Process process;
  private final PrometheusApi api;

  private PrometheusServer(Process process, PrometheusApi api) {
    this.process = process;
    this.api = api;
  }

  /**
   * Starts one, which may take a moment until it answers.
   *
   * @param folder takes its log and data
   * @param cluster that it ends with, at the latest
   * @param options further ones of its command line
   */
  public static PrometheusServer start(
      Path executable, Path folder, Path configuration, KafkaCluster cluster, String... options)
      throws IOException {
    int port = FreePorts.find(1).get(0);
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    cluster.adopt(process);
    return new PrometheusServer(process, new PrometheusApi(URI.create("http://127.0.0.1:" + port)));
  }

  /** What it knows. */
  public PrometheusApi api() {
    return api;
  }

  /** Kills it; at the latest it ends with the cluster. */
  public void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
