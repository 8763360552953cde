package io.brokerscope.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the shipped files of rules, as it is or with its debug rules switched on.
 *
 * @param name such as {@code kafka-broker.yml}
 */
record PackFile(String name, boolean debug) {

  private static final Path FOLDER = Path.of("config");

  /** What stands before a line that only the debug pack has; the packs tell their users. */
  private static final Pattern DEBUG_PREFIX = Pattern.compile("^#debug# ", Pattern.MULTILINE);

  private static final Pattern HAS_RULES = Pattern.compile("^rules:", Pattern.MULTILINE);

  static PackFile of(String name) {
    return new PackFile(name, false);
  }

  PackFile withDebug() {
    return new PackFile(name, true);
  }

  /** All shipped files that have rules. */
  static List<PackFile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yml"))
          .sorted()
          .map(PackFile::of)
          .filter(pack -> HAS_RULES.matcher(pack.text()).find())
          .toList();
    }
  }

  String text() {
    try {
      String shipped = Files.readString(FOLDER.resolve(name));
      return debug ? DEBUG_PREFIX.matcher(shipped).replaceAll("") : shipped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasDebugRules() {
    return DEBUG_PREFIX.matcher(of(name).text()).find();
  }

  /**
   * Where an agent finds it.
   *
   * @param folder takes a copy where the shipped file will not do
   */
  Path in(Path folder) throws IOException {
    return debug
        ? Files.writeString(folder.resolve("debug-" + name), text())
        : FOLDER.resolve(name).toAbsolutePath();
  }

  @Override
  public String toString() {
    return debug ? name + " with debug" : name;
  }
}
