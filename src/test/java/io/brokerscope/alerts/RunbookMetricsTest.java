package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runbooks ask Prometheus can be asked, and has an answer. */
class RunbookMetricsTest {

  /**
   * Metrics of ours and of the JVM, and what rules record; others, as node_exporter's, cannot be
   * held against anything.
   */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:(?:kafka|jmx|brokerscope|jvm|process)_|slo:)[a-z0-9_:]+\\b(?!=)");

  /** A recorded series, told by the colons of its name, with what is in its braces. */
  private static final Pattern RECORDED_SELECTOR =
      Pattern.compile("\\b(\\w+(?::\\w+)+)\\{([^}]*)}");

  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");

  /** Labels and words that look like metrics. */
  private static final Set<String> NO_METRICS = Set.of("kafka_cluster");

  @Test
  void everyMetricExists() throws Exception {
    Set<String> known = MetricNames.known();
    Set<String> unknown = new TreeSet<>();
    for (Runbook runbook : Runbook.all()) {
      METRIC
          .matcher(runbook.withoutShell())
          .results()
          .map(match -> match.group())
          .filter(name -> !NO_METRICS.contains(name) && !known.contains(name))
          .forEach(name -> unknown.add(runbook.alert() + ": " + name));
    }
    assertEquals(Set.of(), unknown);
  }

  /** An alert has more labels than the series it is made from, and nobody sees that at night. */
  @Test
  void everyLabelOfARecordedSeriesIsOneOfItsRule() throws Exception {
    Map<String, Set<String>> recorded = recordedLabels();
    Set<String> unknown = new TreeSet<>();
    for (Runbook runbook : Runbook.all()) {
      for (MatchResult selector : found(RECORDED_SELECTOR, runbook.withoutShell())) {
        Set<String> labels = recorded.getOrDefault(selector.group(1), Set.of());
        found(LABEL, selector.group(2)).stream()
            .map(label -> label.group(1))
            .filter(label -> !labels.contains(label))
            .forEach(label -> unknown.add("%s: %s".formatted(runbook.alert(), selector.group())));
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyExpressionIsPromQl(@TempDir Path folder) throws Exception {
    Tool promtool = ShippedFiles.promtool();
    StringBuilder rules = new StringBuilder("groups: [{name: runbooks, rules: [\n");
    int count = 0;
    for (Runbook runbook : Runbook.all()) {
      for (String expression : runbook.expressions()) {
        rules.append(
            "{record: 'expression_%d', labels: {alert: %s}, expr: '%s'},\n"
                .formatted(count++, runbook.alert(), expression.replace("'", "''")));
      }
    }
    Path file = Files.writeString(folder.resolve("runbooks.yml"), rules + "]}]\n");
    Tool.Outcome outcome = promtool.run(new byte[0], "check", "rules", file.toString());
    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  @Test
  void everyRunbookAsksSomething() throws Exception {
    List<String> silent =
        Runbook.all().stream()
            .filter(runbook -> runbook.expressions().isEmpty())
            .map(Runbook::alert)
            .toList();
    assertEquals(List.of(), silent);
  }

  private static Map<String, Set<String>> recordedLabels() throws IOException {
    List<RuleFiles.Rule> all = RuleFiles.all();
    Map<String, Set<String>> labels = new HashMap<>();
    for (RuleFiles.Rule rule : all) {
      if (!rule.alert()) {
        labels.computeIfAbsent(rule.name(), name -> new TreeSet<>()).addAll(rule.keptLabels(all));
      }
    }
    return labels;
  }

  private static List<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }
}
