package io.brokerscope.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped rules with those switched on that are off. */
final class DebugRules {
  private static final String OFF = "(?m)^#debug# ";

  private DebugRules() {}

  /** What {@code sed 's/^#debug# //'} makes of a file of rules. */
  static String of(Path pack) throws IOException {
    return Files.readString(pack).replaceAll(OFF, "");
  }

  /** Writes them to a folder, under the pack's name. */
  static Path write(Path pack, Path folder) throws IOException {
    return Files.writeString(folder.resolve(pack.getFileName()), of(pack));
  }
}
