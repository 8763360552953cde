package io.brokerscope.bench;

import io.brokerscope.demo.cluster.BrokerJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the numbers were taken. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    return """
        %s, %d cores, %s memory; Linux %s; %s %s; %s.

        Figures are the median and, in brackets, the 90th percentile of scrapes taken 5 s apart over a kept-alive
        connection on loopback. CPU and allocation are those of the exporter's own threads; the CPU of the whole JVM is
        beyond what it uses by itself between scrapes, so it has garbage collection and noise. The JMX floor reads the
        attributes that the rules expose and writes nothing. Brokerscope writes no quantiles for histograms that never
        recorded anything, hence fewer series; all have the JVM's metrics on top of Kafka's.
        """
        .formatted(
            value("/proc/cpuinfo", "model name"),
            Runtime.getRuntime().availableProcessors(),
            value("/proc/meminfo", "MemTotal"),
            System.getProperty("os.version"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            kafka());
  }

  /** From the name of a jar, such as kafka-clients-4.3.1. */
  private static String kafka() throws IOException {
    try (Stream<Path> jars = Files.list(BrokerJars.of("bench").folder())) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith("kafka-clients-"))
          .map(name -> name.replace(".jar", ""))
          .findFirst()
          .orElse("unknown Kafka");
    }
  }

  private static String value(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown " + key);
    }
  }
}
