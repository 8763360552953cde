package io.brokerscope.dashboards.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.dashboards.Board;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Ddashboards.write=true} writes the boards anew. */
class BoardsTest {
  private static final Path FOLDER = Path.of("grafana-dashboards");

  @ParameterizedTest(name = "{0}")
  @MethodSource("fileNames")
  void a_board_is_what_its_class_gives(String fileName) throws Exception {
    Board board =
        Boards.all().stream().filter(each -> each.fileName().equals(fileName)).findFirst().get();
    Path file = FOLDER.resolve(fileName);
    if (Boolean.getBoolean("dashboards.write")) {
      Files.writeString(file, board.json());
    }

    assertEquals(
        Files.readString(file),
        board.json(),
        file + " is out of date; CONTRIBUTING.md says how to write it anew");
  }

  @Test
  void there_is_no_other_board() throws Exception {
    assertEquals(fileNames().collect(Collectors.toSet()), committed());
  }

  static Stream<String> fileNames() {
    return Boards.all().stream().map(Board::fileName);
  }

  private static Set<String> committed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .collect(Collectors.toSet());
    }
  }
}
