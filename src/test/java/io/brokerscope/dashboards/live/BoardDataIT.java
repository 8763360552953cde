package io.brokerscope.dashboards.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.dashboards.live.BoardFile.Panel;
import io.brokerscope.dashboards.live.BoardFile.Target;
import io.brokerscope.dashboards.live.EmptyPanels.PanelName;
import io.brokerscope.kafka.PrometheusApi.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every query of every board is asked at the Prometheus of a real cluster. */
class BoardDataIT {
  private static final Set<PanelName> PANELS = new HashSet<>();
  private static final Set<PanelName> WITH_DATA = new HashSet<>();
  private static final List<String> FAILURES = new ArrayList<>();

  private static Recording recording;

  @BeforeAll
  static void askAll() throws Exception {
    List<BoardFile> boards = BoardFile.all();
    recording = LiveStack.recorded();
    long startNanos = System.nanoTime();
    int queries = 0;
    for (BoardFile board : boards) {
      BoardVariables variables = BoardVariables.of(board, recording);
      for (Panel panel : board.panels()) {
        PANELS.add(new PanelName(board.uid(), panel.title()));
        for (Target target : panel.targets()) {
          ask(new PanelName(board.uid(), panel.title()), target, variables);
          queries++;
        }
      }
    }
    System.out.printf(
        "%d boards, %d panels, %d queries: %d failed, in %.1f s; panels without data:%n%s",
        boards.size(),
        PANELS.size(),
        queries,
        FAILURES.size(),
        (System.nanoTime() - startNanos) / 1e9,
        EmptyPanels.read().told(empty()));
  }

  private static void ask(PanelName panel, Target target, BoardVariables variables)
      throws InterruptedException {
    String promQl = variables.replacedIn(target.expr());
    try {
      Answer answer = target.instant() ? recording.atTheEnd(promQl) : recording.overAll(promQl);
      if (answer.figures()) {
        WITH_DATA.add(panel);
      }
    } catch (IOException e) {
      FAILURES.add(panel + ": " + e.getMessage());
    }
  }

  private static Set<PanelName> empty() {
    Set<PanelName> empty = new HashSet<>(PANELS);
    empty.removeAll(WITH_DATA);
    return empty;
  }

  @Test
  void no_query_fails() {
    assertEquals(List.of(), FAILURES);
  }

  @Test
  void every_panel_has_data_but_for_those_with_a_reason() {
    assertEquals(List.of(), EmptyPanels.read().complaints(PANELS, empty()), EmptyPanels.LIST);
  }
}
