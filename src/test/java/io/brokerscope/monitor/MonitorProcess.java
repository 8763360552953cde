package io.brokerscope.monitor;

import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.JavaCommand;
import io.brokerscope.kafka.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The monitor's jar as a process. */
final class MonitorProcess {
  static final Path JAR = Path.of(System.getProperty("brokerscope.monitor.jar", "unset"));

  private static final Path SHIPPED = Path.of("config", "monitor.yml");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path configuration;
  private final int port;

  /** How it ended. */
  record End(int exitCode, String standardError) {}

  private MonitorProcess(Process process, Path configuration, int port) {
    this.process = process;
    this.configuration = configuration;
    this.port = port;
  }

  /** With config/monitor.yml, but for the port and a shorter interval. */
  static MonitorProcess withShippedConfig(Path folder, String bootstrapServers) throws Exception {
    int port = FreePorts.find(1).get(0);
    String yaml =
        Files.readString(SHIPPED)
            .replace("listen: 0.0.0.0:9308", "listen: 127.0.0.1:" + port)
            .replace("intervalSeconds: 30", "intervalSeconds: 5")
            .replace("timeoutSeconds: 10", "timeoutSeconds: 4");
    Path configuration = Files.writeString(folder.resolve("monitor.yml"), yaml);
    Path errors = folder.resolve("monitor.err");
    Process process =
        start(
            List.of(configuration.toString()),
            errors,
            Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers));
    Await.until(
        "it says where its metrics are",
        () -> Files.readString(errors),
        text -> text.contains("metrics at http://127.0.0.1:" + port + "/metrics"));
    return new MonitorProcess(process, configuration, port);
  }

  /** To its end, which comes by itself. */
  static End run(Path folder, String... arguments) throws IOException, InterruptedException {
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
    List<String> command = new ArrayList<>(List.of(JavaCommand.path(), "-jar", JAR.toString()));
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

  Path configuration() {
    return configuration;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Asks it to stop (SIGTERM), and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it did not stop");
    }
  }

  void kill() {
    process.destroyForcibly();
  }
}
