package io.brokerscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins who may use whom: a source file may mention only its own package, those its layer lists, and
 * the libraries that belong to the layer. Mentions are looked for in the whole text, so that a
 * fully qualified name, a string or a comment hides nothing.
 */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "brokerscope");
  private static final int MAXIMUM_LINES = 350;

  private static final Pattern OWN_PACKAGE =
      Pattern.compile("\\bio\\.brokerscope\\.([a-z0-9]+(?:\\.[a-z0-9]+)*)\\b");

  /** Lowest first: each layer uses layers above it in this list only, so there can be no cycle. */
  private static final List<Layer> LAYERS =
      List.of(
          new Layer("exposition", Set.of()),
          new Layer("config", Set.of()),
          new Layer("rules", Set.of("config", "exposition")),
          new Layer("registry", Set.of("exposition")),
          new Layer("scrape", Set.of("rules", "registry", "exposition")),
          new Layer("jvm", Set.of()),
          new Layer("http", Set.of("config", "exposition")),
          new Layer("agent", Set.of("exposition", "config", "rules", "scrape", "jvm", "http")),
          new Layer("monitor.kafka", Set.of("config")),
          new Layer("monitor.cluster", Set.of("config", "exposition", "monitor.kafka")),
          new Layer(
              "monitor.lag", Set.of("config", "exposition", "monitor.kafka", "monitor.cluster")),
          new Layer("monitor.canary", Set.of("config", "monitor.kafka")),
          new Layer(
              "monitor",
              Set.of(
                  "config",
                  "exposition",
                  "registry",
                  "jvm",
                  "http",
                  "monitor.kafka",
                  "monitor.cluster",
                  "monitor.lag",
                  "monitor.canary")));

  private static List<SourceFile> files;

  private record Layer(String name, Set<String> mayUse) {}

  /**
   * @param layer the file's package below the base package, empty for the base itself
   */
  private record SourceFile(Path path, String layer, String text) {
    /** The layer's first part: {@code monitor} for all packages of the monitor. */
    String topLayer() {
      return layer.replaceFirst("\\..*", "");
    }
  }

  @BeforeAll
  static void readSources() throws IOException {
    List<SourceFile> read = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String folder = SOURCES.relativize(path.getParent()).toString();
        read.add(
            new SourceFile(path, folder.replace(File.separatorChar, '.'), Files.readString(path)));
      }
    }
    files = read;
    assertFalse(files.isEmpty(), "no Java file below " + SOURCES);
  }

  @Test
  void layersUseOnlyLayersBelowThem() {
    Set<String> below = new HashSet<>();
    for (Layer layer : LAYERS) {
      assertTrue(below.containsAll(layer.mayUse()), layer.name() + " uses itself or one above it");
      below.add(layer.name());
    }
  }

  @Test
  void everyFileIsInALayer() {
    Set<String> names = LAYERS.stream().map(Layer::name).collect(Collectors.toSet());
    assertNoneOf(file -> names.contains(file.layer()) ? List.of() : List.of(file.layer()));
  }

  @Test
  void filesMentionOnlyLayersTheyMayUse() {
    Map<String, Set<String>> mayUse =
        LAYERS.stream().collect(Collectors.toMap(Layer::name, Layer::mayUse));
    assertNoneOf(
        file ->
            OWN_PACKAGE
                .matcher(file.text())
                .results()
                .map(mention -> mention.group(1))
                .filter(mayUse::containsKey)
                .filter(used -> !used.equals(file.layer()))
                .filter(used -> !mayUse.getOrDefault(file.layer(), Set.of()).contains(used))
                .distinct()
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "org.yaml.snakeyaml, config",
    "io.prometheus.client.hotspot, jvm",
    "io.prometheus.client.exporter, http",
    "io.prometheus.client, registry scrape jvm http agent monitor",
    "com.sun.net.httpserver, http",
    "java.lang.instrument, agent",
    "javax.management, config rules scrape agent jvm",
    "org.apache.kafka, monitor"
  })
  void aLibraryIsUsedOnlyInItsLayers(String library, String layers) {
    Set<String> allowed = Set.of(layers.split(" "));
    Pattern imported = Pattern.compile("\\bimport (static )?" + Pattern.quote(library) + "\\.");
    assertNoneOf(
        file ->
            imported.matcher(file.text()).find() && !allowed.contains(file.topLayer())
                ? List.of(library)
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "System.exit, the host's life is not ours",
    "Runtime.getRuntime().exit, the host's life is not ours",
    "Runtime.getRuntime().halt, the host's life is not ours",
    "System.out, stdout belongs to the host",
    "printStackTrace, failures are one line",
    "import java.util.logging, it must not start before the host sets it up"
  })
  void theAgentNeverHarmsItsHost(String forbidden, String why) {
    Set<String> ownPrograms = Set.of("monitor");
    assertNoneOf(
        file ->
            file.text().contains(forbidden) && !ownPrograms.contains(file.topLayer())
                ? List.of(forbidden + ": " + why)
                : List.of());
  }

  @Test
  void noFileIsTooLong() {
    assertNoneOf(
        file -> {
          long lines = file.text().lines().count();
          return lines > MAXIMUM_LINES ? List.of(lines + " lines") : List.of();
        });
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> described =
        files.stream()
            .filter(file -> file.path().endsWith("package-info.java"))
            .map(SourceFile::layer)
            .collect(Collectors.toSet());
    assertNoneOf(
        file -> described.contains(file.layer()) ? List.of() : List.of("no package-info.java"));
  }

  private static void assertNoneOf(Function<SourceFile, List<String>> findViolations) {
    List<String> violations = new ArrayList<>();
    for (SourceFile file : files) {
      findViolations.apply(file).forEach(found -> violations.add(file.path() + ": " + found));
    }
    assertEquals(List.of(), violations);
  }
}
