package io.brokerscope.bench.host;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Starts jmx_exporter in a class loader of its own. Version 1.0.1 has the Prometheus client library
 * under its own name, with its default registry: as an ordinary agent beside another user of that
 * library each would expose the other's metrics too.
 */
final class IsolatedAgent {
  private IsolatedAgent() {}

  static void start(Path jar, String argument, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    URL[] jars = {jar.toUri().toURL()};
    // Stays open: the agent loads classes as long as the JVM lives.
    URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    loader
        .loadClass("io.prometheus.jmx.JavaAgent")
        .getMethod("premain", String.class, Instrumentation.class)
        .invoke(null, argument, instrumentation);
  }
}
