package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage.Family;
import io.brokerscope.packs.CommunityNames.Name;
import io.brokerscope.packs.CommunityNames.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTextTest {
  private static final BrokerCoverage COVERAGE =
      new BrokerCoverage(
          "4.3.1",
          Set.of("kafka.server:type=A,name=X Count"),
          Set.of(),
          Map.of(
              "kafka.server:type=A,name=X Max", Optional.of("since the start"),
              "kafka.server:type=A,name=Y Max", Optional.of("since the start"),
              "kafka.server:type=B id", Optional.of("a random id")));

  private static final CommunityNames COMMUNITY =
      CommunityNames.of(
          List.of(
              new Name("kafka_a", "board", ""),
              new Name("kafka_b", "board", ""),
              new Name("kafka_c", "board", "gone 4.0: ZooKeeper")),
          Map.of("board", new Offer(Set.of("kafka_a"), Set.of("kafka_a", "kafka_b"))));

  private static final String TEXT =
      CatalogueText.of(
          new CatalogueFindings(
              List.of(),
              new AgentFamilies(
                  List.of(new Family("jvm_threads_current", "gauge", "Threads.", Set.of("a")))),
              List.of(
                  new DeadRule(
                      "x.yml",
                      Pack.Form.DEFAULT,
                      "kafka_$1",
                      "^k<(a|b)>",
                      Optional.of("On brokers.")),
                  new DeadRule("x.yml", Pack.Form.DEBUG, "kafka_d", "^d", Optional.empty())),
              COVERAGE,
              COMMUNITY));

  @Test
  void every_kind_that_is_left_out_stands_below_its_reason() {
    assertEquals(
        """

        <details><summary>1 because: a random id</summary>

        | MBeans | name | attributes |
        |---|---|---|
        | `kafka.server:type=B` |  | id |

        </details>

        <details><summary>2 because: since the start</summary>

        | MBeans | name | attributes |
        |---|---|---|
        | `kafka.server:type=A` | X, Y | Max |

        </details>
        """,
        section("What is left out of a broker"));
  }

  @Test
  void names_are_counted_with_and_without_debug() {
    assertEquals(
        "Of 2 metric names that community boards and alerts use and Kafka 4 still has figures for,"
            + " the rules of the process that the board is about have 1 by default (50.0 %) and"
            + " 2 with debug (100.0 %).",
        CatalogueText.summary(COMMUNITY));
  }

  @Test
  void names_that_are_not_shipped_are_listed() {
    assertEquals(
        List.of(
            "| `kafka_b` | board | with debug |", "| `kafka_c` | board | gone 4.0: ZooKeeper |"),
        rows(section("Names on community boards")));
  }

  @Test
  void the_agent_s_own_metrics_have_a_section() {
    assertEquals(
        List.of("| `jvm_threads_current` | gauge | a | Threads. |"),
        rows(section("JVM and agent")));
  }

  @Test
  void rules_without_figures_stand_beside_their_comment() {
    assertEquals(
        List.of(
            "| `kafka_$1` | x.yml | `^k<(a\\|b)>` | default | On brokers. |",
            "| `kafka_d` | x.yml | `^d` | debug |  |"),
        rows(section("Rules that no process of the tests has figures for")));
  }

  private static String section(String title) {
    String heading = "## " + title + "\n";
    int start = TEXT.indexOf(heading) + heading.length();
    int end = TEXT.indexOf("\n## ", start);
    return TEXT.substring(start, end < 0 ? TEXT.length() : end);
  }

  /** Those of the table, without its head. */
  private static List<String> rows(String section) {
    return section.lines().filter(line -> line.startsWith("|")).skip(2).toList();
  }
}
