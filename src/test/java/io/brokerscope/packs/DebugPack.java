package io.brokerscope.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A file of rules with its detail switched on, as its header tells how. */
final class DebugPack {
  private static final String SWITCH = "#debug# ";

  private DebugPack() {}

  /**
   * Writes the pack into the folder, under its own name.
   *
   * @return the file
   */
  static Path write(Path pack, Path folder) throws IOException {
    String rules =
        Files.readAllLines(pack).stream()
            .map(line -> line.startsWith(SWITCH) ? line.substring(SWITCH.length()) : line)
            .collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(folder.resolve(pack.getFileName()), rules);
  }
}
