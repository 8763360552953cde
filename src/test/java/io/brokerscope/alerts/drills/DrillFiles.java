package io.brokerscope.alerts.drills;

import io.brokerscope.alerts.RuleFiles;
import io.brokerscope.alerts.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration of Prometheus and Alertmanager: the shipped rules and routes on the time scale,
 * and targets on loopback with the labels of config/prometheus.yml.
 *
 * @param folder that they are written to
 */
record DrillFiles(Path folder) {
  static final String CLUSTER = "drill";

  /**
   * Alerts that are told to nobody: they rest on Kafka's percentiles, whose five minutes are real
   * ones, and a broker that has just started answers slowly for longer than an hour's window here.
   */
  private static final String OF_PERCENTILES = "KafkaProduceLatencyBudgetBurn|KafkaSlowRequests";

  /** The shipped receivers are placeholders on this address. */
  private static final String PLACEHOLDER = "http://127.0.0.1:9095/";

  Path routes(int inboxPort) throws IOException {
    String scaled = TimeScale.routes(Files.readString(ShippedFiles.ALERTMANAGER));
    return Files.writeString(
        folder.resolve("alertmanager.yml"),
        scaled.replace(PLACEHOLDER, "http://127.0.0.1:%d/".formatted(inboxPort)));
  }

  String prometheus(List<Integer> brokers, List<Integer> controllers, int monitor, int alertmanager)
      throws IOException {
    writeRules();
    return """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 500ms}
        rule_files: ['%s/*.rules.yml']
        alerting:
          alert_relabel_configs:
            - {source_labels: [alertname], regex: %s, action: drop}
          alertmanagers:
            - static_configs: [{targets: ['127.0.0.1:%d']}]
        scrape_configs:
          - job_name: kafka
            static_configs:
              - targets: [%s]
                labels: {kafka_cluster: %s, role: broker}
              - targets: [%s]
                labels: {kafka_cluster: %s, role: controller}
          - job_name: kafka-monitor
            static_configs:
              - targets: [%s]
                labels: {kafka_cluster: %s}
        """
        .formatted(
            folder,
            OF_PERCENTILES,
            alertmanager,
            targets(brokers),
            CLUSTER,
            targets(controllers),
            CLUSTER,
            targets(List.of(monitor)),
            CLUSTER);
  }

  private void writeRules() throws IOException {
    for (Path file : RuleFiles.rules()) {
      Files.writeString(
          folder.resolve(file.getFileName()), TimeScale.rules(Files.readString(file)));
    }
  }

  private static String targets(List<Integer> ports) {
    return ports.stream().map("'127.0.0.1:%d'"::formatted).collect(Collectors.joining(", "));
  }
}
