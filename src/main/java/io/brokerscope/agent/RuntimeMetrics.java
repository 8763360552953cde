package io.brokerscope.agent;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What client_java 1.x tells of the JVM and simpleclient_hotspot does not. */
final class RuntimeMetrics extends Collector {
  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>();
    families.add(
        InfoFamily.of(
            "jvm_runtime",
            "JVM runtime info",
            List.of("version", "vendor", "runtime"),
            List.of(
                System.getProperty("java.runtime.version", "unknown"),
                System.getProperty("java.vm.vendor", "unknown"),
                System.getProperty("java.runtime.name", "unknown"))));
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    if (compiler != null && compiler.isCompilationTimeMonitoringSupported()) {
      families.add(
          new CounterMetricFamily(
              "jvm_compilation_time_seconds_total",
              "The total time in seconds taken for HotSpot class compilation",
              compiler.getTotalCompilationTime() / MILLISECONDS_PER_SECOND));
    }
    return families;
  }
}
