package io.brokerscope.container;

import io.brokerscope.kafka.Await;
import io.brokerscope.kafka.PrometheusApi;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;

/**
 * The agent as an operator of containers attaches it: copied into Kafka's official image and named
 * in {@code KAFKA_OPTS}, scraped by the official image of Prometheus.
 */
@EnabledIf(value = "engineAnswers", disabledReason = ContainerIT.NO_ENGINE)
class ContainerIT {

  static final String NO_ENGINE =
      "No Docker engine answers; .ci/docker/with-engine runs a command beside one.";

  private static MonitoredKafka kafka;
  private static PrometheusApi prometheus;

  static boolean engineAnswers() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    if (!answers) {
      // Maven shows only that something was skipped; the reason is in the report.
      System.err.println("ContainerIT is skipped. " + NO_ENGINE);
    }
    return answers;
  }

  @BeforeAll
  static void startContainersAndUseThem() throws Exception {
    kafka = MonitoredKafka.start();
    prometheus = kafka.prometheusApi();
    // Without a scrape no expression below comes true, and each would be waited for.
    awaitBetween(1, 1, "up");
    useBroker();
  }

  private static void useBroker() throws Exception {
    try {
      new Orders(kafka.bootstrapServers()).writeAndRead();
    } catch (ExecutionException | KafkaException e) {
      throw new IllegalStateException(
          "the broker in the container did not serve its clients; " + kafka.output(), e);
    }
  }

  @AfterAll
  static void endContainers() {
    if (kafka != null) {
      kafka.close();
    }
  }

  /**
   * The bounds leave room for the messages' batches, and for a slow machine, not for a wrong unit.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                 1 |      1 | up{job="kafka"}
                 0 |      0 | jmx_scrape_error
                 0 |      0 | brokerscope_config_warnings
                 1 |      1 | kafka_server_app_info{version=~"4[.].+"}
                 3 |      3 | kafka_server_kafkaserver_brokerstate
                 1 |      1 | kafka_controller_kafkacontroller_activecontrollercount
                 0 |      0 | kafka_controller_kafkacontroller_offlinepartitionscount
                 2 |      2 | kafka_controller_kafkacontroller_globaltopiccount
                 0 |      0 | kafka_server_replicamanager_underreplicatedpartitions
                 4 |      4 | kafka_server_replicamanager_partitioncount
               500 |    500 | kafka_server_brokertopicmetrics_messagesin_total{topic="orders"}
            100000 | 150000 | kafka_server_brokertopicmetrics_bytesin_total{topic="orders"}
            100000 | 200000 | kafka_server_brokertopicmetrics_bytesout_total{topic="orders"}
                 1 |    500 | sum(kafka_network_requestmetrics_requests_total{request="Produce"})
             0.001 |  60000 | kafka_network_requestmetrics_totaltimems{request="Produce", quantile="0.99"}
              0.05 |    1.1 | kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent
               1e6 |    1e9 | jvm_memory_used_bytes{area="heap"}
                 1 |    600 | time() - process_start_time_seconds
          """)
  void prometheus_knows_the_right_value(double least, double most, String promQl) throws Exception {
    awaitBetween(least, most, promQl);
  }

  private static void awaitBetween(double least, double most, String promQl) throws Exception {
    Await.until(
        "%s between %s and %s".formatted(promQl, least, most),
        () -> prometheus.query(promQl).orElse(Double.NaN),
        value -> value >= least && value <= most);
  }
}
