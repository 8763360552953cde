package io.brokerscope.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * One board.
 *
 * @param question what it answers
 * @param ownVariables besides data source and cluster
 */
public record Board(
    BoardId id, String question, List<Variable> ownVariables, List<Section> sections) {

  private static final List<Variable> COMMON_VARIABLES =
      List.of(
          new Variable.DataSource("datasource", "Data source"),
          // "up" outlives what it tells of: a cluster that is down can still be chosen.
          Variable.one(
              "kafka_cluster",
              "Cluster",
              "label_values(up{kafka_cluster!=''}, kafka_cluster)",
              ""));

  public static Board of(
      BoardId id, String question, List<Variable> ownVariables, Section... sections) {
    return new Board(id, question, ownVariables, List.of(sections));
  }

  List<Variable> variables() {
    List<Variable> all = new ArrayList<>(COMMON_VARIABLES);
    all.addAll(ownVariables);
    return all;
  }

  /** Grafana's classic JSON of the board. */
  public String json() {
    return Json.write(BoardJson.of(this));
  }

  public String fileName() {
    return id.uid() + ".json";
  }
}
