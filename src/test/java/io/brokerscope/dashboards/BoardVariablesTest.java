package io.brokerscope.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What can be chosen at the top of a board. */
class BoardVariablesTest {

  @Test
  void every_variable_that_is_used_is_defined() {
    Map<String, Set<String>> undefined = new TreeMap<>();
    for (CommittedBoard board : CommittedBoard.all()) {
      Set<String> names = CommittedBoard.variablesIn(board.json().toString());
      names.removeAll(board.variableNames());
      if (!names.isEmpty()) {
        undefined.put(board.uid(), names);
      }
    }

    assertEquals(Map.of(), undefined);
  }

  /** A link that hands a variable on does not use it. */
  @Test
  void every_variable_that_is_defined_is_used_by_a_query_or_another_variable() {
    Map<String, Set<String>> unused = new TreeMap<>();
    for (CommittedBoard board : CommittedBoard.all()) {
      Set<String> names = board.variableNames();
      names.removeAll(used(board));
      if (!names.isEmpty()) {
        unused.put(board.uid(), names);
      }
    }

    assertEquals(Map.of(), unused);
  }

  @Test
  void every_variable_of_a_cluster_depends_on_the_cluster_that_is_chosen() {
    Set<String> independent = new TreeSet<>();
    for (CommittedBoard board : CommittedBoard.all()) {
      for (JsonNode variable : board.variables()) {
        if (variable.path("type").asText().equals("query")
            && !variable.path("name").asText().equals("kafka_cluster")
            && !CommittedBoard.definition(variable).contains("$kafka_cluster")) {
          independent.add(board.uid() + ": " + variable.path("name").asText());
        }
      }
    }

    assertEquals(Set.of(), independent);
  }

  private static Set<String> used(CommittedBoard board) {
    Set<String> used = new TreeSet<>();
    for (JsonNode panel : board.panels()) {
      used.addAll(CommittedBoard.variablesIn(panel.path("targets").toString()));
    }
    for (JsonNode variable : board.variables()) {
      used.addAll(CommittedBoard.variablesIn(CommittedBoard.definition(variable)));
    }
    return used;
  }
}
