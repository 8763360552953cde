package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One Kafka node: an unmodified broker, controller or both in a JVM of its own. */
public final class KafkaNode {

  private static final String STARTED = "Kafka Server started";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int LOG_LINES_SHOWN = 30;

  /** Any 16 bytes in base64 do; the nodes of a cluster must agree. */
  private static final String CLUSTER_ID = "AAAAAAAAAAAAAAAAAAAAAQ";

  private final int id;
  private final NodeRole role;
  private final NodePorts ports;
  private final String version;
  private final ProgramFolder home;
  private Process process;

  KafkaNode(int id, NodeRole role, NodePorts ports, String version, ProgramFolder home) {
    this.id = id;
    this.role = role;
    this.ports = ports;
    this.version = version;
    this.home = home;
  }

  public int id() {
    return id;
  }

  public NodeRole role() {
    return role;
  }

  public NodePorts ports() {
    return ports;
  }

  public long pid() {
    return process.pid();
  }

  /** Its {@code log.dirs}, unless it was configured otherwise. */
  public Path dataFolder() {
    return home.folder().resolve("data");
  }

  /** What the broker logged so far. */
  public String log() {
    return home.read("broker.log");
  }

  /** What the JVM and its agents wrote to standard error so far. */
  public String standardError() {
    return home.read("broker.err");
  }

  /**
   * Starts writing the node's empty storage; {@link #awaitFormatted} ends it.
   *
   * @param cluster all nodes, this one among them
   */
  void format(List<KafkaNode> cluster) throws IOException {
    Files.createDirectories(home.folder());
    Files.writeString(configuration(), ServerProperties.of(this, cluster, dataFolder()));
    startFormatting();
  }

  /** Formats the folders that {@link #configure} has added to its {@code log.dirs}. */
  public void formatAdded() throws IOException, InterruptedException {
    startFormatting();
    awaitFormatted();
  }

  private void startFormatting() throws IOException {
    process =
        home.launch(
            "broker",
            List.of(),
            List.of(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                CLUSTER_ID,
                "-c",
                configuration().toString()));
  }

  void awaitFormatted() throws InterruptedException {
    int exitCode = awaitExit(START_LIMIT);
    if (exitCode != 0) {
      throw failure("its storage could not be formatted, exit code " + exitCode);
    }
  }

  /** Adds lines to the node's server.properties, for its next start. */
  public void configure(List<String> properties) throws IOException {
    Files.write(configuration(), properties, StandardOpenOption.APPEND);
  }

  /**
   * Starts the node, also again after a stop.
   *
   * @param jvmOptions such as the agent's; added to those for a small JVM
   */
  public void start(List<String> jvmOptions) throws IOException {
    process = home.launch("broker", jvmOptions, List.of("kafka.Kafka", configuration().toString()));
  }

  /** Returns when the node does its work; with other nodes of the quorum missing it never does. */
  public void awaitStarted() throws InterruptedException {
    long deadlineNanos = System.nanoTime() + START_LIMIT.toNanos();
    while (!log().contains(STARTED)) {
      if (!process.isAlive()) {
        throw failure("it ended with exit code " + process.exitValue() + " while it started");
      }
      if (System.nanoTime() > deadlineNanos) {
        throw failure("it did not start within " + START_LIMIT.toSeconds() + " s");
      }
      Thread.sleep(100);
    }
  }

  /** Asks the node to stop (SIGTERM) and returns its exit code. */
  public int stop(Duration limit) throws InterruptedException {
    process.destroy();
    return awaitExit(limit);
  }

  /** Ends the node at once (SIGKILL). */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Makes the node hang (SIGSTOP): its connections stay open, and nothing is answered. */
  public void hang() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets a hanging node go on (SIGCONT). */
  public void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    if (kill.waitFor() != 0) {
      throw failure("it could not be sent SIG" + name);
    }
  }

  private int awaitExit(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure("it still runs after " + limit.toSeconds() + " s");
    }
    return process.exitValue();
  }

  /**
   * Runs another of Kafka's programs to its end, beside the node.
   *
   * @param tool main class and arguments
   */
  public ToolRun runTool(List<String> jvmOptions, String... tool)
      throws IOException, InterruptedException {
    Process running = home.launch("tool", jvmOptions, List.of(tool));
    if (!running.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw failure(tool[0] + " did not end within " + START_LIMIT.toSeconds() + " s");
    }
    return new ToolRun(running.exitValue(), home.read("tool.log"), home.read("tool.err"));
  }

  /** How one of Kafka's programs ended. */
  public record ToolRun(int exitCode, String output, String standardError) {}

  private Path configuration() {
    return home.folder().resolve("server.properties");
  }

  private IllegalStateException failure(String what) {
    List<String> lines = (log() + standardError()).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
    return new IllegalStateException(
        "Kafka %s node %d: %s; the end of its log:%n%s"
            .formatted(version, id, what, String.join(System.lineSeparator(), last)));
  }
}
