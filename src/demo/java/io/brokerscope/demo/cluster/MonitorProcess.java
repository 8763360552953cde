package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The monitor's jar as a process: the jar that the build made, and the shipped configuration. */
public final class MonitorProcess {

  private static final Path SHIPPED = Path.of("config", "monitor.yml");
  private static final int PATIENCE_SECONDS = 60;

  private static final Map<String, String> QUICK =
      Map.of(
          "intervalSeconds: 30", "intervalSeconds: 5", "timeoutSeconds: 10", "timeoutSeconds: 4");

  private final Process process;
  private final Path configuration;
  private final Path errors;
  private final int port;

  /** How it ended. */
  public record End(int exitCode, String standardError) {}

  private MonitorProcess(Process process, Path configuration, Path errors, int port) {
    this.process = process;
    this.configuration = configuration;
    this.errors = errors;
    this.port = port;
  }

  public static Path jar() {
    return Path.of(System.getProperty("brokerscope.monitor.jar", "target/brokerscope-monitor.jar"))
        .toAbsolutePath();
  }

  /**
   * Starts it beside a cluster's nodes with config/monitor.yml, but for the port and a shorter
   * interval, and returns when it answers. At the latest it ends with the cluster.
   */
  public static MonitorProcess withShippedConfig(KafkaCluster cluster)
      throws IOException, InterruptedException {
    return withShippedConfig(cluster, cluster.bootstrapServers(), QUICK);
  }

  /**
   * As above.
   *
   * @param bootstrapServers by which it is to reach the cluster
   * @param changes by line of the shipped file, what to say instead
   */
  public static MonitorProcess withShippedConfig(
      KafkaCluster cluster, String bootstrapServers, Map<String, String> changes)
      throws IOException, InterruptedException {
    Path folder = cluster.folderOf("monitor");
    int port = FreePorts.find(1).get(0);
    Path configuration =
        Files.writeString(folder.resolve("monitor.yml"), changedConfig(port, changes));
    Path errors = folder.resolve("monitor.err");
    Process process =
        start(
            List.of(configuration.toString()),
            errors,
            Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers));
    cluster.adopt(process);
    MonitorProcess monitor = new MonitorProcess(process, configuration, errors, port);
    monitor.awaitListening();
    return monitor;
  }

  private void awaitListening() throws InterruptedException {
    String listening = "metrics at " + address("/metrics");
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!standardError().contains(listening)) {
      if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
        throw new IllegalStateException(
            "the monitor (%s) did not write '%s' within %d s; its standard error says: %s"
                .formatted(
                    process.isAlive() ? "running" : "ended with " + process.exitValue(),
                    listening,
                    PATIENCE_SECONDS,
                    standardError().strip()));
      }
      Thread.sleep(100);
    }
  }

  private static String changedConfig(int port, Map<String, String> changes) throws IOException {
    String yaml = Files.readString(SHIPPED);
    yaml = replaced(yaml, "listen: 0.0.0.0:9308", "listen: 127.0.0.1:" + port);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      yaml = replaced(yaml, change.getKey(), change.getValue());
    }
    return yaml;
  }

  private static String replaced(String yaml, String shipped, String own) {
    if (!yaml.contains(shipped)) {
      throw new IllegalStateException(
          "%s has no '%s' to replace by '%s': adapt %s to the file"
              .formatted(SHIPPED, shipped, own, MonitorProcess.class.getName()));
    }
    return yaml.replace(shipped, own);
  }

  /**
   * Runs it to its end, which must come by itself.
   *
   * @param folder takes its standard error
   */
  public static End run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path errors = folder.resolve("ended.err");
    Process process = start(List.of(arguments), errors, Map.of());
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it still runs: " + Files.readString(errors));
    }
    return new End(process.exitValue(), Files.readString(errors));
  }

  private static Process start(List<String> arguments, Path errors, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(ProgramFolder.SMALL_JVM);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    // Each makes the JVM print a line on standard error.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  public Path configuration() {
    return configuration;
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What it logged so far. */
  public String standardError() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop (SIGTERM), and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it did not stop");
    }
  }
}
