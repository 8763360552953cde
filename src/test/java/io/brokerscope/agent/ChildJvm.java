package io.brokerscope.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real JVM that runs one program of {@link ChildPrograms}, with the test classes on its class
 * path and nothing else of this build. Closing it ends the program's input, for which programs
 * wait, and kills it if that is not enough.
 */
final class ChildJvm implements AutoCloseable {
  static final Path AGENT_JAR = Path.of(System.getProperty("brokerscope.agent.jar", "unset"));

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path output;
  private final Path errors;

  /**
   * How a program ended.
   *
   * @param stdout lines
   * @param stderr lines
   */
  record End(int exitCode, List<String> stdout, List<String> stderr) {}

  private ChildJvm(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /**
   * Starts a program.
   *
   * @param folder where what it prints is kept
   * @param options of the JVM
   * @param classPath what it sees besides the test classes
   */
  static ChildJvm start(Path folder, Class<?> program, List<String> options, List<Path> classPath)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(program, classPath));
    command.add(program.getName());
    Path output = Files.createTempFile(folder, "stdout", ".txt");
    Path errors = Files.createTempFile(folder, "stderr", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    // Each makes the JVM print a line on stderr.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    return new ChildJvm(builder.start(), output, errors);
  }

  static String agentOption(String argument) {
    return "-javaagent:" + AGENT_JAR + "=" + argument;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Asks until something listens on the port, and returns the first answer. */
  HttpResponse<String> firstAnswer(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (ConnectException e) {
        assertTrue(process.isAlive(), () -> "the child ended early: " + lines(errors));
        assertTrue(System.nanoTime() < deadlineNanos, "nothing listens on port " + port);
        Thread.sleep(5);
      }
    }
  }

  /** Waits until the program has printed a line on stdout. */
  void awaitOutput(String line) throws InterruptedException {
    awaitLine(output, line);
  }

  /** Waits until there is a line on stderr. */
  void awaitError(String line) throws InterruptedException {
    awaitLine(errors, line);
  }

  private void awaitLine(Path file, String line) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!lines(file).contains(line)) {
      assertTrue(
          System.nanoTime() < deadlineNanos,
          () -> "expected the line '" + line + "', found " + lines(output) + lines(errors));
      Thread.sleep(20);
    }
  }

  String pid() {
    return Long.toString(process.pid());
  }

  /** Ends the program's input and waits for its end. */
  End end() throws Exception {
    process.getOutputStream().close();
    assertTrue(
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS),
        () -> "the child did not end: " + lines(errors));
    return new End(process.exitValue(), lines(output), lines(errors));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroyForcibly();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(Class<?> program, List<Path> more) {
    List<String> entries = new ArrayList<>();
    entries.add(program.getProtectionDomain().getCodeSource().getLocation().getPath());
    more.forEach(path -> entries.add(path.toString()));
    return String.join(File.pathSeparator, entries);
  }
}
