package io.brokerscope.bench;

import io.brokerscope.bench.host.SyntheticBroker;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM with a large broker's MBeans. It ends when its standard input does, so with {@link
 * #close} or with this JVM, in whatever way.
 */
record SyntheticJvm(Process process) implements AutoCloseable {

  /** Returns when all MBeans are registered. */
  static SyntheticJvm start(Exporters exporters, int partitions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(List.of("-Xms3g", "-Xmx3g", "-XX:+UseG1GC"));
    command.addAll(exporters.jvmOptions());
    command.addAll(List.of("-classpath", classPath(), SyntheticBroker.class.getName()));
    command.add(Integer.toString(partitions));
    SyntheticJvm jvm =
        new SyntheticJvm(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    jvm.awaitReady();
    return jvm;
  }

  private static String classPath() {
    return Exporters.hostJar() + File.pathSeparator + BrokerJars.of("bench").folder().resolve("*");
  }

  private void awaitReady() throws IOException {
    String line = process.inputReader().readLine();
    if (!SyntheticBroker.READY.equals(line)) {
      throw new IOException(
          "the synthetic broker said %s, expected %s: see its standard error above"
              .formatted(line, SyntheticBroker.READY));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
