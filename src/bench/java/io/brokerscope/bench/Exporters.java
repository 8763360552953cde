package io.brokerscope.bench;

import io.brokerscope.bench.Contender.Exporter;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All exporters in one JVM, and the probe.
 *
 * @param ports loopback, in the order of the constants below
 */
record Exporters(RuleFiles rules, List<Integer> ports) {
  static final String OURS = "Brokerscope";
  static final String JMX_PLAIN = "jmx_exporter 1.0.1";
  static final String JMX_CACHED = "jmx_exporter 1.0.1, `cache: true`";
  static final String STRIMZI = "Strimzi metrics-reporter 0.2.0 (has no rules)";

  private static final int OUR_PORT = 0;
  private static final int JMX_PORT = 1;
  private static final int STRIMZI_PORT = 2;
  private static final int PROBE_PORT = 3;

  /** Both have the thread factory of the Prometheus client library. */
  private static final String PROMETHEUS_THREADS = "prometheus-http-";

  static Exporters prepare() throws IOException {
    return new Exporters(RuleFiles.write(Benchmarks.FOLDER), FreePorts.find(4));
  }

  /**
   * For the measured JVM. Our agent comes first, and with it the server setting that spares all of
   * them the delayed acknowledgement of 40 ms.
   */
  List<String> jvmOptions() {
    return List.of(
        "-javaagent:%s=127.0.0.1:%d:%s".formatted(Agent.jar(), ports.get(OUR_PORT), rules.ours()),
        "-Dbench.jmx.jar=" + Benchmarks.FOLDER.resolve("jmx_exporter.jar"),
        "-Dbench.jmx.argument=127.0.0.1:%d:%s".formatted(ports.get(JMX_PORT), rules.jmxExporter()),
        "-javaagent:%s=%d:%s".formatted(hostJar(), ports.get(PROBE_PORT), rules.patterns()));
  }

  /** For server.properties; naming reporters replaces Kafka's default, which is JMX. */
  List<String> brokerProperties() {
    return List.of(
        "metric.reporters=org.apache.kafka.common.metrics.JmxReporter,"
            + "io.strimzi.kafka.metrics.KafkaPrometheusMetricsReporter",
        "kafka.metrics.reporters=io.strimzi.kafka.metrics.YammerPrometheusMetricsReporter",
        "prometheus.metrics.reporter.listener=http://127.0.0.1:" + ports.get(STRIMZI_PORT));
  }

  /** What the measured JVM needs on its class path beside its own. */
  static Path hostJar() {
    return Path.of(System.getProperty("bench.host.jar")).toAbsolutePath();
  }

  Exporter ours() {
    return Exporter.at(OURS, ports.get(OUR_PORT), "brokerscope-");
  }

  /**
   * jmx_exporter, under one of the two names above.
   *
   * @param name says which rules it has at the time
   */
  Exporter jmxExporter(String name) {
    return Exporter.at(name, ports.get(JMX_PORT), PROMETHEUS_THREADS);
  }

  Exporter strimzi() {
    return Exporter.at(STRIMZI, ports.get(STRIMZI_PORT), PROMETHEUS_THREADS);
  }

  Probe probe() throws IOException {
    return Probe.connect(ports.get(PROBE_PORT));
  }
}
