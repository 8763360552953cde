package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that runs beside a cluster's nodes in a JVM of its own, such as a client. */
public final class KafkaProgram {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final ProgramFolder home;
  private final Process process;

  private KafkaProgram(String name, ProgramFolder home, Process process) {
    this.name = name;
    this.home = home;
    this.process = process;
  }

  static KafkaProgram start(
      String name, ProgramFolder home, List<String> jvmOptions, List<String> command)
      throws IOException {
    return new KafkaProgram(name, home, home.launch(name, jvmOptions, command));
  }

  public long pid() {
    return process.pid();
  }

  /** Its working folder. */
  public Path folder() {
    return home.folder();
  }

  /** What it wrote so far, to standard output and then to standard error. */
  public String output() {
    return home.read(name + ".log") + home.read(name + ".err");
  }

  /** Returns when the program has written this text. */
  public void await(String text) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + START_LIMIT.toNanos();
    while (!output().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
        throw new IllegalStateException(
            "%s (%s) did not write '%s' within %d s; its output:%n%s"
                .formatted(
                    name,
                    process.isAlive() ? "running" : "ended with " + process.exitValue(),
                    text,
                    START_LIMIT.toSeconds(),
                    output()));
      }
      Thread.sleep(100);
    }
  }

  /** Asks the program to stop (SIGTERM) and waits for its end. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
