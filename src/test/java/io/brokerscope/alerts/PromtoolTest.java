package io.brokerscope.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules as Prometheus itself understands them. Skipped where there is no promtool. */
class PromtoolTest {
  private static final int MAXIMUM_SECONDS = 300;

  @Test
  void the_rules_are_valid() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check", "rules", "--lint-fatal"));
    RuleFiles.rules().forEach(file -> arguments.add(file.toString()));

    promtool(arguments);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tests")
  void they_do_what_their_tests_say(Path tests) throws Exception {
    promtool(List.of("test", "rules", tests.toString()));
  }

  static List<Path> tests() throws IOException {
    return RuleFiles.tests();
  }

  private static void promtool(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(ShippedFiles.promtool().executable().toString()));
    command.addAll(arguments);
    Path output = Path.of("target", "promtool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(MAXIMUM_SECONDS, TimeUnit.SECONDS), command + " does not end");
      assertEquals(0, process.exitValue(), () -> command + " says:\n" + read(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path output) {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "nothing readable: " + e;
    }
  }
}
