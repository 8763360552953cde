package io.brokerscope.dashboards.live;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A prometheus.yml with the jobs and labels of config/prometheus.yml, and the shipped rules. */
final class ScrapeConfig {
  private static final Path RULES = Path.of("alerts").toAbsolutePath();

  /**
   * @param instance what it is called, as a host and port somewhere else would be
   * @param port on loopback, where it really is
   */
  record Target(String job, String instance, int port) {

    /** As the shipped file gives them. */
    private String labels() {
      String role = job.equals("kafka") || job.equals("node") ? ", role: combined" : "";
      return "kafka_cluster: main, instance: '%s'%s".formatted(instance, role);
    }

    private String yaml() {
      return "      - {targets: ['127.0.0.1:%d'], labels: {%s}}".formatted(port, labels());
    }
  }

  private ScrapeConfig() {}

  static String of(List<Target> targets) {
    String jobs =
        targets.stream()
            .map(Target::job)
            .distinct()
            .map(job -> job(job, targets))
            .collect(Collectors.joining());
    return """
        global: {scrape_interval: %1$ds, scrape_timeout: %1$ds, evaluation_interval: 5s}
        rule_files: ['%2$s/*.rules.yml']
        scrape_configs:
        %3$s
        """
        .formatted(Recording.SCRAPE_INTERVAL.toSeconds(), RULES, jobs);
  }

  private static String job(String job, List<Target> targets) {
    return targets.stream()
        .filter(target -> target.job().equals(job))
        .map(Target::yaml)
        .collect(
            Collectors.joining(
                "\n", "  - job_name: %s\n    static_configs:\n".formatted(job), "\n"));
  }
}
