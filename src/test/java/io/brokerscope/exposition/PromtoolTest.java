package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own parsers accept what the encoder writes. */
class PromtoolTest {
  /**
   * What {@code promtool check metrics} ends with when it could read everything but dislikes names
   * or help texts.
   */
  private static final int LINT = 3;

  private static Tool promtool;

  @BeforeAll
  static void findPromtool() {
    Optional<Tool> found = Tool.onPath("promtool").findFirst();
    assumeTrue(found.isPresent(), "No promtool on the PATH; Debian's package is prometheus.");
    promtool = found.orElseThrow();
  }

  @Test
  void findsNothingWrongWithAPlainTextDocument() throws Exception {
    ExampleDocument document = new ExampleDocument(Format.TEXT);
    document.family(new FamilyHeader("requests_total", MetricType.COUNTER, "Requests served."));
    document.sample("requests_total", 3, "path", "/");
    document.family(new FamilyHeader("heap_bytes", MetricType.GAUGE, "Heap in use."));
    document.sample("heap_bytes", 1.5e9);
    assertEquals(new Tool.Outcome(0, ""), promtool.run(document.bytes(), "check", "metrics"));
  }

  @Test
  void readsTheHardCasesInText() throws Exception {
    byte[] document = ExampleDocument.ofHardCases(Format.TEXT).bytes();
    Tool.Outcome outcome = promtool.run(document, "check", "metrics");
    assertEquals(LINT, outcome.exitCode(), outcome::output);
    assertFalse(outcome.output().contains("error"), outcome::output);
  }

  @Test
  void readsTheHardCasesInOpenMetrics(@TempDir Path folder) throws Exception {
    byte[] document = ExampleDocument.ofHardCases(Format.OPENMETRICS).bytes();
    Path file = folder.resolve("document.om");
    Files.writeString(file, withTimestamps(document));
    Path blocks = folder.resolve("blocks");
    Tool.Outcome outcome =
        promtool.run(
            new byte[0],
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            file.toString(),
            blocks.toString());
    assertEquals(0, outcome.exitCode(), outcome::output);
  }

  /** The import wants a time on every sample; samples are the lines without a # in front. */
  private static String withTimestamps(byte[] document) {
    return new String(document, StandardCharsets.UTF_8)
        .replaceAll("(?md)^([^#\n][^\n]*)$", "$1 1700000000");
  }
}
