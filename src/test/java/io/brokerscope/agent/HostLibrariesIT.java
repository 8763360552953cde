package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.agent.ChildPrograms.WithLibraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build copies older versions of our libraries for an application to have them. */
class HostLibrariesIT {
  private static final Path LIBRARIES =
      Path.of(System.getProperty("brokerscope.host.libraries", "unset"));

  @TempDir private Path folder;

  @Test
  void theApplicationSeesItsOwnVersionsOfOurLibraries() throws Exception {
    Path file = Files.writeString(folder.resolve("good.yml"), "lowercaseOutputName: true\n");
    List<Path> classPath =
        List.of(
            LIBRARIES.resolve("snakeyaml-1.33.jar"), LIBRARIES.resolve("simpleclient-0.9.0.jar"));
    String agent = ChildJvm.agentOption(ChildJvm.freePort() + ":" + file);
    try (ChildJvm child = ChildJvm.start(folder, WithLibraries.class, List.of(agent), classPath)) {
      List<String> expected =
          List.of(
              "snakeyaml: 1 copy, from snakeyaml-1.33.jar",
              "simpleclient: 1 copy, from simpleclient-0.9.0.jar",
              // It came with simpleclient 0.10.
              "simpleclient's Info: absent");
      assertEquals(new ChildJvm.End(0, expected, List.of()), child.end());
    }
  }
}
