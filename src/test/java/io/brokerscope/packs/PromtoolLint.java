package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.util.List;

/** {@code promtool check metrics}, which reads a page and tells what it dislikes. */
record PromtoolLint(Tool promtool) {
  /** Its exit code when it could read everything but dislikes names or help texts. */
  private static final int LINT = 3;

  /** Skips the test where there is none. */
  static PromtoolLint orSkip() {
    return new PromtoolLint(Tool.orSkip("prometheus", "promtool"));
  }

  /** Its lines; fails when it cannot read the page. */
  List<String> findings(byte[] page) throws IOException, InterruptedException {
    Tool.Outcome outcome = promtool.run(page, "check", "metrics");
    assertTrue(outcome.exitCode() == 0 || outcome.exitCode() == LINT, outcome::toString);
    return outcome.output().lines().toList();
  }
}
