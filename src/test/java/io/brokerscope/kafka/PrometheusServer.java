package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
   * @param folder takes its configuration, log and data
   * @param configuration as YAML
   * @param cluster that it ends with, at the latest
   * @param options further ones of its command line
   */
  public static PrometheusServer start(
      Path executable, Path folder, String configuration, KafkaCluster cluster, String... options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
    int port = FreePorts.find(1).get(0);
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--config.file=" + file,
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

  /** Kills it. */
  public void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
