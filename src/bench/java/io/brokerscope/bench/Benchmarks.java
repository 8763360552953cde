package io.brokerscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;

/** Runs what {@link BenchSettings} asks for. Profile bench in pom.xml starts it. */
final class Benchmarks {
  /** Results, and the rules files of the exporters. */
  static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  private Benchmarks() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException, RunnerException {
    BenchSettings settings = BenchSettings.fromSystemProperties();
    Files.createDirectories(FOLDER);
    write("machine", Machine.describe());
    if (settings.only().contains("broker")) {
      for (int partitions : settings.partitions()) {
        write("broker-" + partitions, new BrokerBench(settings, partitions).run());
      }
    }
    if (settings.only().contains("packs")) {
      for (int partitions : settings.partitions()) {
        write("packs-" + partitions, new PackBench(settings, partitions).run());
      }
    }
    if (settings.only().contains("synthetic")) {
      write("synthetic-" + settings.syntheticPartitions(), new SyntheticBench(settings).run());
    }
    if (settings.only().contains("monitor")) {
      write("monitor-" + settings.monitor().groupPartitions(), new MonitorBench(settings).run());
    }
    if (settings.only().contains("jmh")) {
      write("jmh", JmhBench.run(settings.jmh()));
    }
  }

  private static void write(String name, String markdown) throws IOException {
    Path file = FOLDER.resolve(name + ".md");
    Files.writeString(file, markdown);
    Progress.say("%s:%n%n%s".formatted(file, markdown));
  }
}
