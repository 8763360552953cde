package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentJarIT {
  private static final long MAXIMUM_SIZE_BYTES = 1_500_000;

  /** The names under which a host may have the libraries, as the constant pool writes them. */
  private static final Pattern UNRELOCATED =
      Pattern.compile("(?<![\\w/])(org/yaml/snakeyaml|io/prometheus)/");

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(ChildJvm.AGENT_JAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void nothingIsOutsideOurPackageAndMetaInf() {
    assertEquals(
        List.of(),
        files().stream()
            .filter(name -> !name.startsWith("io/brokerscope/") && !name.startsWith("META-INF/"))
            .toList());
  }

  @Test
  void metaInfHoldsTheManifestAndTheLicenceOnly() {
    assertEquals(
        List.of("META-INF/LICENSE", "META-INF/MANIFEST.MF"),
        files().stream().filter(name -> name.startsWith("META-INF/")).sorted().toList());
  }

  @Test
  void noModuleDescriptorIsLeft() {
    assertEquals(
        List.of(), files().stream().filter(name -> name.endsWith("module-info.class")).toList());
  }

  @Test
  void noClassNamesALibraryUnderItsOwnName() {
    assertEquals(
        List.of(),
        files().stream()
            .filter(name -> name.endsWith(".class"))
            .filter(name -> UNRELOCATED.matcher(content(name)).find())
            .toList());
  }

  @Test
  void theLibrariesAreInIt() {
    assertTrue(files().contains("io/brokerscope/shaded/snakeyaml/Yaml.class"));
    assertTrue(files().contains("io/brokerscope/shaded/prometheus/client/Collector.class"));
  }

  @Test
  void itIsSmall() throws IOException {
    long sizeBytes = Files.size(ChildJvm.AGENT_JAR);
    assertTrue(sizeBytes <= MAXIMUM_SIZE_BYTES, sizeBytes + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "Premain-Class, io.brokerscope.agent.BrokerscopeAgent",
    "Agent-Class, io.brokerscope.agent.BrokerscopeAgent",
    "Can-Retransform-Classes, false",
    "Can-Redefine-Classes, false",
    "Implementation-Title, brokerscope-agent",
    "Multi-Release, "
  })
  void theManifestTellsTheJvmWhatItNeeds(String name, String value) throws IOException {
    assertEquals(value, manifest().getValue(name));
  }

  @Test
  void theManifestNamesTheVersion() throws IOException {
    String version = manifest().getValue("Implementation-Version");
    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), version);
  }

  private Attributes manifest() throws IOException {
    return jar.getManifest().getMainAttributes();
  }

  private List<String> files() {
    return Collections.list(jar.entries()).stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName)
        .toList();
  }

  private String content(String name) {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
