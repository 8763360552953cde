package io.brokerscope.dashboards.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brokerscope.exposition.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of src/browser, run by Node.js. */
record BrowserPrograms(Tool node) {
  private static final Path FOLDER = Path.of("src", "browser");

  /** Skips the test where Node.js or the packages of src/browser are missing. */
  static BrowserPrograms ofThisMachine() {
    Tool node = Tool.orSkip("nodejs", "node");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "No packages in " + FOLDER + "; run npm ci there.");
    return new BrowserPrograms(node);
  }

  /** Skips the test where Chromium is missing. */
  static Path chromium() {
    return Tool.orSkip("chromium", "chromium", "chromium-browser", "google-chrome").executable();
  }

  /**
   * Runs a program of the folder to its end.
   *
   * @param boards its last arguments
   */
  Tool.Outcome run(String program, List<String> options, List<BoardFile> boards)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(FOLDER.resolve(program).toString()));
    arguments.addAll(options);
    boards.forEach(board -> arguments.add(board.path().toString()));
    return node.run(new byte[0], arguments.toArray(String[]::new));
  }
}
