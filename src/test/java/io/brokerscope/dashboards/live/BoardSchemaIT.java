package io.brokerscope.dashboards.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.exposition.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The boards hold what Grafana's published types allow, and nothing else. */
class BoardSchemaIT {

  @Test
  void every_board_fits_the_schema_that_is_made_of_grafanas_types() throws Exception {
    BrowserPrograms programs = BrowserPrograms.ofThisMachine();

    Tool.Outcome outcome = programs.run("check-schema.mjs", List.of(), BoardFile.all());

    assertEquals("", outcome.output());
    assertEquals(0, outcome.exitCode());
  }
}
