package io.brokerscope.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.ReferenceParser;
import io.brokerscope.exposition.Tool;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Prometheus itself, and the formats' own parsers, read what a broker in use answers. */
class PrometheusIT {

  /** What {@code promtool check metrics} ends with: all well, or names it dislikes. */
  private static final List<Integer> READABLE = List.of(0, 3);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static KafkaCluster cluster;
  private static BrokerLoad load;
  private static Future<?> loading;

  /** Empty on a machine without one. */
  private static Optional<PrometheusServer> started = Optional.empty();

  @BeforeAll
  static void startBrokerAndUseIt() throws Exception {
    cluster =
        KafkaCluster.start(
            BrokerJars.of(System.getProperty("kafka.version")), 1, Agent::jvmOptions);
    new Clients(cluster).createTopic(BrokerLoad.TOPIC, 1);
    load = new BrokerLoad(cluster.bootstrapServers());
    loading = load.start(Integer.MAX_VALUE);
    Optional<Tool> installed = Tool.onPath("prometheus").findFirst();
    if (installed.isPresent()) {
      started =
          Optional.of(
              PrometheusServer.start(
                  installed.get().executable(), folder, scrapingTheNode(), cluster));
    }
  }

  private static String scrapingTheNode() {
    return """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: kafka
            static_configs:
              - targets: ['127.0.0.1:%d']
        """
        .formatted(cluster.nodes().get(0).ports().metrics());
  }

  @AfterAll
  static void endAll() throws Exception {
    try {
      if (started.isPresent()) {
        started.get().end();
      }
      load.close();
      loading.get();
    } finally {
      cluster.close();
    }
  }

  @Test
  void a_scrape_succeeds() throws Exception {
    PrometheusApi prometheus = prometheus();

    awaitValue(prometheus, "up", 1);
  }

  @Test
  void it_keeps_every_sample_of_the_answer_as_a_series() throws Exception {
    PrometheusApi prometheus = prometheus();
    String kept = "count({job=\"kafka\", __name__!~\"up|scrape_.+\"})";

    Await.until(
        "as many samples scraped, and series kept, as the answer has samples",
        () ->
            List.of(
                prometheus.query("scrape_samples_scraped").orElse(-1),
                prometheus.query(kept).orElse(-1),
                (double) sampleLines(scrape(Format.OPENMETRICS))),
        counts -> counts.stream().distinct().count() == 1);
  }

  /** It asks for OpenMetrics, where a counter's family is called without _total. */
  @ParameterizedTest
  @CsvSource({
    "kafka_server_brokertopicmetrics_bytesin, counter",
    "kafka_server_kafkaserver_brokerstate, gauge",
    "kafka_network_requestmetrics_totaltimems, summary"
  })
  void it_knows_the_types(String family, String type) throws Exception {
    PrometheusApi prometheus = prometheus();

    Await.until(type + " " + family, () -> prometheus.type(family), type::equals);
  }

  @Test
  void a_rate_under_load_is_above_zero() throws Exception {
    PrometheusApi prometheus = prometheus();
    String rate =
        "rate(kafka_server_brokertopicmetrics_bytesin_total{topic=\"%s\"}[10s])"
            .formatted(BrokerLoad.TOPIC);

    Await.until(rate + " above 0", () -> prometheus.query(rate).orElse(0), value -> value > 0);
  }

  @Test
  void promtool_reads_the_text() throws Exception {
    Optional<Tool> promtool = Tool.onPath("promtool").findFirst();
    assumeTrue(promtool.isPresent(), "No promtool on the PATH; Debian's package is prometheus.");

    Tool.Outcome outcome = promtool.get().run(scrape(Format.TEXT), "check", "metrics");

    assertTrue(READABLE.contains(outcome.exitCode()), outcome::output);
    assertFalse(outcome.output().contains("error while linting"), outcome::output);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void the_reference_parser_finds_every_sample(Format format) throws Exception {
    byte[] body = scrape(format);

    assertEquals(
        sampleLines(body), ReferenceParser.ofThisMachine().parse(body, format).samples().size());
  }

  private static PrometheusApi prometheus() throws Exception {
    assumeTrue(started.isPresent(), "No prometheus on the PATH; Debian's package is prometheus.");
    PrometheusApi prometheus = started.orElseThrow().api();
    Await.until("an answer of Prometheus", prometheus::answers, answers -> answers);
    return prometheus;
  }

  private static void awaitValue(PrometheusApi prometheus, String promQl, double value)
      throws Exception {
    Await.until(
        promQl + " = " + value, () -> prometheus.query(promQl), OptionalDouble.of(value)::equals);
  }

  private static byte[] scrape(Format format) throws Exception {
    HttpResponse<byte[]> response =
        CLIENT.send(
            HttpRequest.newBuilder(cluster.nodes().get(0).ports().metricsAddress())
                .header("Accept", format.contentType())
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    assertEquals(format.contentType(), response.headers().firstValue("Content-Type").orElse(""));
    return response.body();
  }

  private static long sampleLines(byte[] body) {
    return new String(body, UTF_8).lines().filter(line -> !line.startsWith("#")).count();
  }
}
