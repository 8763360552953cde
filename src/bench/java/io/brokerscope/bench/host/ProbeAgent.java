package io.brokerscope.bench.host;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * The measuring Java agent, which also starts jmx_exporter. Argument: {@code port:file}, the
 * loopback port of the probe and a file with one pattern a line, in the order of the rules, for the
 * floor. System properties {@code bench.jmx.jar} and {@code bench.jmx.argument}: the exporter.
 */
public final class ProbeAgent {
  private ProbeAgent() {}

  /** Called by the JVM before the application's main. */
  public static void premain(String argument, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    int colon = argument.indexOf(':');
    int port = Integer.parseInt(argument.substring(0, colon));
    Path patterns = Path.of(argument.substring(colon + 1));
    ProbeServer server = ProbeServer.bind(port, new JmxFloor(patterns));
    Thread thread = new Thread(server, "bench-probe");
    thread.setDaemon(true);
    thread.start();
    IsolatedAgent.start(
        Path.of(System.getProperty("bench.jmx.jar")),
        System.getProperty("bench.jmx.argument"),
        instrumentation);
  }
}
