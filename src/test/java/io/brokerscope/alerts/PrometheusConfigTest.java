package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.exposition.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** config/prometheus.yml is ready to run, and gives the labels that the rules rely on. */
class PrometheusConfigTest {

  @Test
  void promtoolAcceptsIt() throws Exception {
    Tool.Outcome outcome = check(ShippedFiles.PROMETHEUS);
    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  @Test
  void itFindsTheRulesBesideItWhereverItIsStarted(@TempDir Path folder) throws Exception {
    Path configuration = Files.createDirectory(folder.resolve("config")).resolve("prometheus.yml");
    Files.copy(ShippedFiles.PROMETHEUS, configuration);
    Files.writeString(
        Files.createDirectory(folder.resolve("alerts")).resolve("kafka-example.rules.yml"),
        "groups: [{name: example, rules: [{record: 'example:one', expr: vector(1)}]}]\n");
    Tool.Outcome outcome = check(configuration);
    assertEquals(0, outcome.exitCode(), outcome::output);
    assertTrue(outcome.output().contains("1 rules found"), outcome::output);
  }

  @Test
  void everyTargetNamesItsCluster() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Target target : targets()) {
      if (!target.labels().containsKey("kafka_cluster")) {
        missing.add(target.toString());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyNodeOfKafkaHasARole() throws Exception {
    for (Target target : targets()) {
      if (target.job().equals("kafka")) {
        Object role = target.labels().get("role");
        assertTrue(
            List.of("broker", "controller", "combined").contains(String.valueOf(role)),
            target::toString);
      }
    }
  }

  @Test
  void theJobsAreThoseOfTheRules() throws Exception {
    assertEquals(
        List.of("kafka", "kafka-monitor", "kafka-client", "node"),
        targets().stream().map(Target::job).distinct().toList());
  }

  /** A group of targets of a job. */
  private record Target(String job, Map<?, ?> labels) {}

  private static List<Target> targets() throws Exception {
    Map<?, ?> configuration =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(ShippedFiles.PROMETHEUS));
    List<Target> targets = new ArrayList<>();
    for (Object entry : (List<?>) configuration.get("scrape_configs")) {
      Map<?, ?> job = (Map<?, ?>) entry;
      for (Object group : (List<?>) job.get("static_configs")) {
        targets.add(
            new Target(
                String.valueOf(job.get("job_name")),
                (Map<?, ?>) ((Map<?, ?>) group).get("labels")));
      }
    }
    return targets;
  }

  private static Tool.Outcome check(Path configuration) throws Exception {
    return ShippedFiles.promtool().run(new byte[0], "check", "config", configuration.toString());
  }
}
