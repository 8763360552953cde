package io.brokerscope.kafka;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A Prometheus on loopback that scrapes one node of a cluster every second. */
final class PrometheusServer {

  /**
   * The names of the API are those of https://prometheus.io/docs/prometheus/latest/querying/api/.
   */
  private static final String API = "http://127.0.0.1:%d/api/v1/%s";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path logFile;

  private PrometheusServer(Process process, int port, Path logFile) {
    this.process = process;
    this.port = port;
    this.logFile = logFile;
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
    Path logFile = folder.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                executable.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(logFile.toFile())
            .start();
    cluster.adopt(process);
    return new PrometheusServer(process, port, logFile);
  }

  /** The value of the one series that the expression gives; empty when it gives none yet. */
  OptionalDouble query(String promQl) throws IOException, InterruptedException {
    Map<?, ?> data = (Map<?, ?>) get("query?query=" + encode(promQl));
    List<?> results = (List<?>) data.get("result");
    if (results.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (results.size() > 1) {
      throw new IllegalStateException(promQl + ": expected one series, found " + results);
    }
    List<?> timeAndValue = (List<?>) ((Map<?, ?>) results.get(0)).get("value");
    return OptionalDouble.of(Double.parseDouble((String) timeAndValue.get(1)));
  }

  /** The type of a family; an empty text when it is unknown. */
  String type(String family) throws IOException, InterruptedException {
    Map<?, ?> data = (Map<?, ?>) get("metadata?metric=" + encode(family));
    return data.get(family) instanceof List<?> list
        ? (String) ((Map<?, ?>) list.get(0)).get("type")
        : "";
  }

  /** Whether it answers yet. */
  boolean answers() throws IOException, InterruptedException {
    try {
      get("query?query=1");
      return true;
    } catch (ConnectException notYetBound) {
      return false;
    }
  }

  /** Kills it; at the latest it ends with the cluster. */
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private Object get(String pathAndQuery) throws IOException, InterruptedException {
    URI address = URI.create(API.formatted(port, pathAndQuery));
    HttpResponse<String> response =
        CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: status %d, expected 200: %s; its log:%n%s"
              .formatted(
                  address, response.statusCode(), response.body(), Files.readString(logFile)));
    }
    // JSON is a subset of YAML.
    Map<?, ?> answer = new Yaml(new SafeConstructor(new LoaderOptions())).load(response.body());
    return answer.get("data");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
