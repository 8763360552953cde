package io.brokerscope.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.brokerscope.dashboards.CommittedBoard.PanelLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links lead to a board that is there, and choose on it what was clicked on. */
class BoardLinksTest {
  private static final Pattern BOARD = Pattern.compile("^/d/([\\w-]+)\\?");
  private static final Pattern CHOSEN = Pattern.compile("[?&]var-(\\w+)=");
  private static final Pattern HANDED_ON = Pattern.compile("\\$\\{(\\w+):queryparam}");
  private static final Pattern LABEL = Pattern.compile("\\$\\{__field\\.labels\\.(\\w+)}");
  private static final Pattern KEPT = Pattern.compile(" by \\(([^)]*)\\)");
  private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  /** An application and its clients have different client ids. */
  private static final Set<String> CHOOSABLE =
      Set.of("broker", "connector", "consumergroup", "instance", "topic");

  private static final Pattern COLUMN = Pattern.compile("\\$\\{__data\\.fields\\.(\\w+)}");

  private static final Map<String, CommittedBoard> BOARDS =
      CommittedBoard.all().stream()
          .collect(Collectors.toMap(CommittedBoard::uid, Function.identity()));

  @Test
  void every_link_leads_to_a_board() {
    assertNoLink((board, link) -> BOARDS.containsKey(target(link)) ? "" : target(link));
  }

  @Test
  void every_link_takes_data_source_cluster_and_time_along() {
    assertNoLink(
        (board, link) ->
            link.url().contains("${datasource:queryparam}&${kafka_cluster:queryparam}")
                    && link.url().endsWith("&${__url_time_range}")
                ? ""
                : link.url());
  }

  @Test
  void every_variable_that_a_link_sets_is_on_the_other_board() {
    assertNoLink(
        (board, link) -> {
          Set<String> set = matches(CHOSEN, link);
          set.addAll(matches(HANDED_ON, link));
          set.removeAll(BOARDS.get(target(link)).variableNames());
          return String.join(", ", set);
        });
  }

  @Test
  void no_link_both_chooses_a_variable_and_hands_it_on() {
    assertNoLink(
        (board, link) -> {
          Set<String> twice = matches(CHOSEN, link);
          twice.retainAll(matches(HANDED_ON, link));
          return String.join(", ", twice);
        });
  }

  /** A row of one topic leads to this topic, where the other board lets one be chosen. */
  @Test
  void every_link_takes_along_what_was_clicked_on() {
    assertNoLink(
        (board, link) -> {
          Set<String> lost = shownLabels(link.panel());
          lost.removeIf(label -> !canBeChosen(label, board, BOARDS.get(target(link))));
          lost.removeAll(matches(CHOSEN, link));
          return String.join(", ", lost);
        });
  }

  @Test
  void every_label_that_a_link_takes_is_kept_by_the_queries() {
    assertNoLink(
        (board, link) -> {
          Set<String> missing = new TreeSet<>();
          for (String label : matches(LABEL, link)) {
            for (JsonNode target : link.panel().path("targets")) {
              if (!keeps(target.path("expr").asText(), label)) {
                missing.add(label);
              }
            }
          }
          return String.join(", ", missing);
        });
  }

  @Test
  void every_label_that_a_link_of_a_table_takes_is_a_column() {
    assertNoLink(
        (board, link) -> {
          Set<String> taken = matches(COLUMN, link);
          for (JsonNode columns : link.panel().findValues("renameByName")) {
            taken.removeIf(columns::has);
          }
          return String.join(", ", taken);
        });
  }

  @Test
  void every_board_is_reached_from_the_overview() {
    Set<String> reached = new TreeSet<>(Set.of("kafka-overview"));
    List<String> toFollow = new ArrayList<>(reached);
    while (!toFollow.isEmpty()) {
      for (PanelLink link : BOARDS.get(toFollow.remove(0)).links()) {
        if (reached.add(target(link))) {
          toFollow.add(target(link));
        }
      }
    }

    assertEquals(BOARDS.keySet(), reached);
  }

  /** What is wrong with a link; empty if nothing is. */
  private interface Check {
    String fault(CommittedBoard board, PanelLink link);
  }

  private static void assertNoLink(Check check) {
    List<String> faults = new ArrayList<>();
    for (CommittedBoard board : BOARDS.values()) {
      for (PanelLink link : board.links()) {
        String fault = check.fault(board, link);
        if (!fault.isEmpty()) {
          faults.add(board.where(link.panel()) + " to " + target(link) + ": " + fault);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  /** What a row of the panel is about: labels in the legends of all its queries, or columns. */
  private static Set<String> shownLabels(JsonNode panel) {
    Set<String> labels = new TreeSet<>(CHOOSABLE);
    if (CommittedBoard.type(panel).equals("table")) {
      panel
          .findValues("renameByName")
          .forEach(columns -> labels.removeIf(label -> !columns.has(label)));
    } else {
      for (JsonNode target : panel.path("targets")) {
        labels.retainAll(matches(IN_LEGEND, target.path("legendFormat").asText()));
      }
    }
    return labels;
  }

  /** Unless an instance is an application on one board and a broker on the other. */
  private static boolean canBeChosen(String variable, CommittedBoard here, CommittedBoard there) {
    return there.variableNames().contains(variable)
        && (!here.variableNames().contains(variable)
            || here.labelOf(variable).equals(there.labelOf(variable)));
  }

  /** A query without aggregation keeps all. */
  private static boolean keeps(String expr, String label) {
    return !expr.contains(" by (")
        || KEPT.matcher(expr)
            .results()
            .anyMatch(kept -> List.of(kept.group(1).split(", ", -1)).contains(label));
  }

  private static String target(PanelLink link) {
    return BOARD.matcher(link.url()).results().map(board -> board.group(1)).findFirst().orElse("");
  }

  private static Set<String> matches(Pattern pattern, PanelLink link) {
    return matches(pattern, link.url());
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
