package io.brokerscope.exposition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine, run with a document on its standard input. */
public record Tool(Path executable) {

  /** How the program ended. */
  public record Outcome(int exitCode, String output) {}

  /** Every program of that name on the PATH, in its order. */
  public static Stream<Tool> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Tool::new);
  }

  /**
   * The first on the PATH; skips the test where there is none.
   *
   * @param names of the program, which distributions may call differently
   */
  public static Tool orSkip(String debianPackage, String... names) {
    Optional<Tool> found = Stream.of(names).flatMap(Tool::onPath).findFirst();
    assumeTrue(
        found.isPresent(),
        "No %s on the PATH; Debian's package is %s.".formatted(names[0], debianPackage));
    return found.orElseThrow();
  }

  /** Runs it to its end; what it prints to standard error is part of the output. */
  public Outcome run(byte[] input, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    Path inputFile = Files.createTempFile("document", ".txt");
    try {
      Files.write(inputFile, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(inputFile.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } finally {
      Files.delete(inputFile);
    }
  }
}
