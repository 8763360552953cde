package io.brokerscope.exposition;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
