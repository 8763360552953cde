package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.alerts.RuleFiles.Case;
import io.brokerscope.alerts.RuleFiles.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules for rules. */
class AlertRulesTest {
  private static final Set<String> SEVERITIES = Set.of("page", "ticket", "info", "none");
  private static final Set<String> KINDS = Set.of("firing", "quiet", "gone");
  private static final Pattern BOARD =
      Pattern.compile(
          "/d/(?<board>[\\w-]+)(?<cluster>\\?var-kafka_cluster=\\{\\{ \\$labels\\.kafka_cluster }})?"
              + "(?:\\{\\{ with .*? }})?(?:&var-(?<variable>\\w+)=\\{\\{.*)?");

  /** A board's variable, and the label of an alert that says which value. */
  private static final Map<String, String> CHOSEN =
      Map.of(
          "instance", "instance",
          "consumergroup", "consumergroup",
          "connector", "connector");

  /** Their instance is a host or a listener, which the board's variable does not have. */
  private static final Set<String> OF_OTHER_TARGETS =
      Set.of(
          "KafkaDiskFullSoon",
          "KafkaDiskAlmostFull",
          "KafkaDiskFillsInADay",
          "KafkaCertificateExpires",
          "KafkaCertificateEndsSoon",
          "KafkaTlsProbeFails");

  private static final Pattern TEMPLATE_LABEL = Pattern.compile("\\$labels\\.(\\w+)");
  private static final String WATCHDOG = "Watchdog";

  @Test
  void there_are_alerts() throws Exception {
    assertTrue(RuleFiles.alerts().size() > 60);
  }

  @Test
  void every_alert_says_how_bad_it_is_and_whose() throws Exception {
    assertEquals(
        List.of(),
        breaking(
            alert ->
                SEVERITIES.contains(alert.labels().get("severity"))
                    && "kafka".equals(alert.labels().get("service"))));
  }

  @Test
  void every_alert_says_when_it_is_told() throws Exception {
    assertEquals(List.of(), breaking(Rule::timed));
  }

  @Test
  void every_alert_says_what_where_and_how_much() throws Exception {
    assertEquals(
        List.of(),
        breaking(
            alert ->
                !alert.annotations().getOrDefault("summary", "").isBlank()
                    && alert.annotations().getOrDefault("description", "").contains("$value")
                    && (alert.name().equals(WATCHDOG)
                        || alert.annotations().get("description").contains("$labels.")
                        || alert.annotations().get("summary").contains("$labels."))));
  }

  @Test
  void every_alert_points_at_its_runbook() throws Exception {
    assertEquals(
        List.of(),
        breaking(
            alert ->
                ("alerts/runbooks/" + alert.name() + ".md")
                    .equals(alert.annotations().get("runbook_url"))));
  }

  @Test
  void every_alert_has_a_runbook_and_every_runbook_an_alert() throws Exception {
    Set<String> alerts = new TreeSet<>();
    RuleFiles.alerts().forEach(alert -> alerts.add(alert.name()));
    Set<String> runbooks = new TreeSet<>();
    Runbook.all().forEach(runbook -> runbooks.add(runbook.alert()));

    assertEquals(alerts, runbooks);
  }

  @Test
  void every_alert_points_at_a_board_and_chooses_the_cluster_on_it() throws Exception {
    Map<String, Set<String>> boards = ShippedFiles.boards();
    assertEquals(
        List.of(),
        breaking(
            alert -> {
              Matcher url = BOARD.matcher(dashboardUrl(alert));
              if (!url.matches() || !boards.containsKey(url.group("board"))) {
                return false;
              }
              Set<String> variables = boards.get(url.group("board"));
              String further = url.group("variable");
              return (further == null || variables.contains(further))
                  && (url.group("cluster") == null
                      ? alert.name().equals(WATCHDOG)
                      : variables.contains("kafka_cluster"));
            }));
  }

  @Test
  void whom_the_summary_names_is_chosen_on_the_board_if_it_can_be() throws Exception {
    Map<String, Set<String>> boards = ShippedFiles.boards();
    List<String> missing = new ArrayList<>();
    for (Rule alert : RuleFiles.alerts()) {
      Matcher url = BOARD.matcher(dashboardUrl(alert));
      if (url.matches() && !OF_OTHER_TARGETS.contains(alert.name())) {
        boards.getOrDefault(url.group("board"), Set.of()).stream()
            .filter(variable -> names(alert, CHOSEN.getOrDefault(variable, "?")))
            .filter(variable -> !variable.equals(url.group("variable")))
            .forEach(variable -> missing.add(alert + ": var-" + variable));
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void no_rule_uses_the_last_two_samples_only() throws Exception {
    assertEquals(
        List.of(),
        RuleFiles.all().stream()
            .filter(rule -> new Expression(rule.expr()).uses("irate"))
            .toList());
  }

  @Test
  void every_metric_of_a_rule_exists() throws Exception {
    Set<String> known = MetricNames.known();
    List<String> unknown = new ArrayList<>();
    for (Rule rule : RuleFiles.all()) {
      for (String metric : new Expression(rule.expr()).metrics()) {
        if (!known.contains(metric)) {
          unknown.add(rule + " uses " + metric);
        }
      }
    }

    assertEquals(List.of(), unknown);
  }

  /** A recorded series has the labels that its own rule keeps. */
  @Test
  void every_label_of_a_text_outlives_the_aggregation() throws Exception {
    List<Rule> all = RuleFiles.all();
    List<String> lost = new ArrayList<>();
    for (Rule alert : RuleFiles.alerts()) {
      Set<String> kept = alert.keptLabels(all);
      Matcher label = TEMPLATE_LABEL.matcher(alert.annotations().toString());
      while (label.find()) {
        if (!kept.contains(label.group(1))) {
          lost.add(alert + " uses " + label.group(1) + ", it has " + kept);
        }
      }
    }

    assertEquals(List.of(), lost);
  }

  @Test
  void every_alert_has_a_firing_a_quiet_and_an_all_gone_case() throws Exception {
    List<Case> cases = RuleFiles.cases();
    List<String> missing = new ArrayList<>();
    for (Rule alert : RuleFiles.alerts()) {
      for (String kind : KINDS) {
        if (cases.stream().noneMatch(test -> tests(test, alert.name(), kind))) {
          missing.add(alert.name() + ": " + kind);
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void no_case_is_about_an_alert_that_does_not_exist() throws Exception {
    List<String> names = RuleFiles.alerts().stream().map(Rule::name).toList();

    assertEquals(
        List.of(),
        RuleFiles.cases().stream()
            .filter(test -> !KINDS.contains(test.kind()) || !names.containsAll(test.alerts()))
            .toList());
  }

  private static String dashboardUrl(Rule alert) {
    return alert.annotations().getOrDefault("dashboard_url", "");
  }

  private static boolean names(Rule alert, String label) {
    return alert.annotations().getOrDefault("summary", "").contains("$labels." + label + " ");
  }

  private static boolean tests(Case test, String alert, String kind) {
    if (!test.alerts().contains(alert) || !test.kind().equals(kind)) {
      return false;
    }
    List<Integer> firing = test.expected().getOrDefault(alert, List.of());
    return switch (kind) {
      case "firing" -> firing.stream().anyMatch(count -> count > 0);
      case "quiet" -> firing.contains(0) || alert.equals(WATCHDOG);
      // It fires, or it is quiet and another one fires.
      default ->
          !firing.isEmpty()
              && (firing.stream().anyMatch(count -> count > 0) || anotherFires(test, alert));
    };
  }

  private static boolean anotherFires(Case test, String alert) {
    return test.expected().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(alert))
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(count -> count > 0);
  }

  private static List<Rule> breaking(Predicate<Rule> right) throws IOException {
    return RuleFiles.alerts().stream().filter(right.negate()).toList();
  }
}
