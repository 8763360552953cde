package io.brokerscope.bench;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.cluster.FreePorts;
import io.brokerscope.demo.cluster.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The monitor's jar as a process, which looks at a cluster every few seconds. */
final class MonitorJvm implements AutoCloseable {
  static final int HEAP_MEGABYTES = 256;

  /** Shorter than the default of 30 s, to have many cycles in short time. */
  static final Duration INTERVAL = Duration.ofSeconds(6);

  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final Path errors;
  private final int port;

  private MonitorJvm(Process process, Path errors, int port) {
    this.process = process;
    this.errors = errors;
    this.port = port;
  }

  /**
   * What differs from the defaults.
   *
   * @param granularity of lag: partition, topic or group
   */
  record Options(String granularity, boolean canary) {

    String title() {
      return "`lag.granularity: %s`%s".formatted(granularity, canary ? ", canary on" : "");
    }

    private String yaml(String bootstrapServers, int port) {
      return """
          kafka:
            bootstrap.servers: %s
          listen: 127.0.0.1:%d
          collect:
            intervalSeconds: %d
            timeoutSeconds: %d
          lag:
            granularity: %s
          canary:
            enabled: %b
          """
          .formatted(
              bootstrapServers,
              port,
              INTERVAL.toSeconds(),
              INTERVAL.toSeconds() - 1,
              granularity,
              canary);
    }
  }

  /** Starts it beside the cluster, with which it ends at the latest. */
  static MonitorJvm start(MonitoredCluster cluster, Options options) throws IOException {
    int port = FreePorts.find(1).get(0);
    Path folder = cluster.nodes().folderOf("monitor-" + port);
    Path config = folder.resolve("monitor.yml");
    Files.writeString(config, options.yaml(cluster.bootstrapServers(), port));
    Path errors = folder.resolve("monitor.err");
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+UseG1GC"));
    command.addAll(List.of("-jar", System.getProperty("brokerscope.monitor.jar")));
    command.add(config.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    cluster.nodes().adopt(process);
    return new MonitorJvm(process, errors, port);
  }

  long pid() {
    return process.pid();
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/metrics".formatted(port));
  }

  /** What it has written to standard error. */
  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** The families of these names only: a whole page would disturb what is measured. */
  MetricsPage read(List<String> names) throws IOException, InterruptedException {
    String query = names.stream().map(name -> "name[]=" + name).collect(Collectors.joining("&"));
    return MetricsPage.fetch(
        URI.create(address() + "?" + query.replace("[", "%5B").replace("]", "%5D")));
  }

  /** Collects garbage (jcmd GC.run) and returns what is left in the heap, in bytes. */
  double liveHeapBytes() throws IOException, InterruptedException {
    String jcmd = Path.of(JavaCommand.path()).resolveSibling("jcmd").toString();
    Process collecting =
        new ProcessBuilder(jcmd, Long.toString(pid()), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!collecting.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)
        || collecting.exitValue() != 0) {
      throw new IOException(jcmd + " did not collect garbage in process " + pid());
    }
    return read(List.of("jvm_memory_pool_collection_used_bytes"))
        .named("jvm_memory_pool_collection_used_bytes")
        .stream()
        .filter(
            sample ->
                Stream.of("G1 Eden", "G1 Survivor", "G1 Old")
                    .anyMatch(sample.labels().get("pool")::startsWith))
        .mapToDouble(MetricsPage.Sample::value)
        .sum();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
