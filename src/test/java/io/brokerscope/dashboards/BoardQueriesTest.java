package io.brokerscope.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.alerts.Expression;
import io.brokerscope.alerts.MetricNames;
import io.brokerscope.alerts.ShippedFiles;
import io.brokerscope.dashboards.CommittedBoard.Question;
import io.brokerscope.exposition.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What boards ask has an answer, and the right one. */
class BoardQueriesTest {
  /** Of node_exporter, besides those that alerts use; and what Prometheus has of alerts. */
  private static final Set<String> OTHERS =
      Set.of(
          "ALERTS",
          "node_disk_io_time_seconds_total",
          "node_disk_read_bytes_total",
          "node_disk_written_bytes_total",
          "node_load1",
          "node_memory_Cached_bytes",
          "node_netstat_Tcp_OutSegs",
          "node_netstat_Tcp_RetransSegs",
          "node_network_receive_bytes_total",
          "node_network_transmit_bytes_total");

  /** Besides a series for each topic they have one for the whole broker. */
  private static final Pattern WITH_TOTAL =
      Pattern.compile(
          "kafka_server_brokertopicmetrics_"
              + "(?:bytes(?:in|out|rejected)|messagesin|failedproducerequests|total\\w+requests)"
              + "_total\\{([^}]*)}");

  private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}");
  private static final Pattern RANGE = Pattern.compile("\\b(rate|increase)\\([^\\[]*\\[([^]]*)]");
  private static final Pattern LABEL_LIST = Pattern.compile("\\b(?:by|without) \\([^)]*\\) ?");
  private static final Set<String> ADDS_UP =
      Set.of("sum", "avg", "stddev", "stdvar", "quantile", "sum_over_time", "avg_over_time");

  private static final List<Question> QUESTIONS =
      CommittedBoard.all().stream().map(CommittedBoard::questions).flatMap(List::stream).toList();
  private static final List<Question> SELECTORS =
      CommittedBoard.all().stream().map(CommittedBoard::selectors).flatMap(List::stream).toList();

  @Test
  void every_metric_exists() throws Exception {
    Set<String> known = new TreeSet<>(MetricNames.known());
    known.addAll(OTHERS);
    Predicate<Question> exists =
        question -> known.containsAll(new Expression(question.filledIn()).metrics());

    assertNone(QUESTIONS, exists);
    assertNone(SELECTORS, exists);
  }

  @Test
  void every_query_is_about_the_chosen_cluster() {
    assertNone(
        QUESTIONS,
        question ->
            SELECTOR
                .matcher(question.expr())
                .results()
                .allMatch(
                    selector -> selector.group().contains("kafka_cluster=\"$kafka_cluster\"")));
  }

  @Test
  void every_rate_takes_the_range_that_the_zoom_needs() {
    assertNone(
        QUESTIONS,
        question ->
            RANGE
                .matcher(question.expr())
                .results()
                .allMatch(
                    range ->
                        range.group(2).equals("$__rate_interval")
                            // How often in the time that is shown: a stat, not a line.
                            || range.group().matches("increase.*\\[\\$__range]")));
  }

  @Test
  void no_query_uses_the_last_two_samples_only() {
    assertNone(QUESTIONS, question -> !new Expression(question.expr()).uses("irate"));
  }

  @Test
  void no_percentile_is_added_up_or_averaged() {
    assertNone(QUESTIONS, question -> !addsUpPercentiles(question.expr()));
  }

  @Test
  void an_average_of_percentiles_would_be_found() {
    assertEquals(
        List.of(true, true, false),
        List.of(
            addsUpPercentiles("avg by (instance) (max(a_ms{quantile=\"0.99\"}))"),
            addsUpPercentiles("sum(a_ms{quantile=~\".+\"} / 1000)"),
            addsUpPercentiles("max by (instance) (a_ms{quantile=\"0.99\"}) / sum(b)")));
  }

  @Test
  void no_total_is_added_to_its_parts() {
    assertNone(
        QUESTIONS,
        question ->
            WITH_TOTAL
                .matcher(question.expr())
                .results()
                .allMatch(selector -> selector.group(1).contains("topic")));
  }

  @Test
  void every_query_is_promql(@TempDir Path folder) throws Exception {
    Tool promtool = ShippedFiles.promtool();
    StringBuilder rules = new StringBuilder("groups: [{name: boards, rules: [\n");
    int count = 0;
    for (Question question : QUESTIONS) {
      rules.append(
          "{record: 'expression_%d', labels: {where: '%s'}, expr: '%s'},\n"
              .formatted(
                  count++,
                  question.where().replace("'", "''"),
                  question.filledIn().replace("'", "''")));
    }
    Path file = Files.writeString(folder.resolve("boards.yml"), rules + "]}]\n");
    Tool.Outcome outcome = promtool.run(new byte[0], "check", "rules", file.toString());

    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  /** Whether a series with a quantile stands within one of the functions that add up. */
  private static boolean addsUpPercentiles(String expr) {
    String text = LABEL_LIST.matcher(expr).replaceAll("");
    Deque<String> functions = new ArrayDeque<>();
    Matcher step = Pattern.compile("(\\w*) ?\\(|\\)|\\{[^}]*}").matcher(text);
    while (step.find()) {
      if (step.group().equals(")")) {
        functions.pop();
      } else if (step.group().endsWith("(")) {
        functions.push(step.group(1));
      } else if (step.group().contains("quantile")
          && functions.stream().anyMatch(ADDS_UP::contains)) {
        return true;
      }
    }
    return false;
  }

  private static void assertNone(Collection<Question> questions, Predicate<Question> right) {
    assertEquals(List.of(), questions.stream().filter(right.negate()).toList());
  }
}
