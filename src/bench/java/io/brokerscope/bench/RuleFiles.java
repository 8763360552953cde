package io.brokerscope.bench;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The same rules for everybody.
 *
 * @param ours for our agent
 * @param jmxExporter for jmx_exporter, rewritten while it runs
 * @param patterns one a line, for the floor
 */
record RuleFiles(Path ours, Path jmxExporter, Path patterns) {
  private static final Path SOURCE = Path.of("src", "bench", "rules.yml");
  private static final String RULE = "  - pattern:";

  static RuleFiles write(Path folder) throws IOException {
    RuleFiles files =
        new RuleFiles(
            folder.resolve("rules.yml"),
            folder.resolve("jmx-exporter.yml"),
            folder.resolve("patterns.txt"));
    Files.writeString(files.ours, plain());
    Files.writeString(files.jmxExporter, plain());
    Files.write(files.patterns, readPatterns());
    return files;
  }

  /** Turns jmx_exporter's cache on for each rule; it notices before its next scrape. */
  void cacheInJmxExporter() throws IOException {
    rewrite(plain().replace(RULE, "  - cache: true\n    pattern:"));
  }

  void plainInJmxExporter() throws IOException {
    rewrite(plain());
  }

  /** It reads the file again only if that is newer, and file times may be as coarse as a second. */
  private void rewrite(String yaml) throws IOException {
    long newerMillis = Files.getLastModifiedTime(jmxExporter).toMillis() + 10_000;
    Files.writeString(jmxExporter, yaml);
    Files.setLastModifiedTime(jmxExporter, FileTime.fromMillis(newerMillis));
  }

  private static String plain() throws IOException {
    return Files.readString(SOURCE);
  }

  private static List<String> readPatterns() throws IOException {
    try {
      LoadedConfig loaded =
          new ConfigReader(true, name -> null).read(SOURCE.toString(), Files.readAllBytes(SOURCE));
      return loaded.config().rules().stream()
          .map(rule -> rule.match().pattern().orElseThrow().pattern())
          .toList();
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }
}
