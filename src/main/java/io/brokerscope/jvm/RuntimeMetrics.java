package io.brokerscope.jvm;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
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
    families.add(lastCollections());
    return families;
  }

  /** What operators ask first when a broker stood still; no Prometheus client tells it. */
  private static MetricFamilySamples lastCollections() {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "jvm_gc_last_pause_seconds",
            "Time the collector's last run took, during which most collectors stop the application.",
            List.of("gc"));
    for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      // Null before a collector's first run.
      GcInfo last = bean instanceof GarbageCollectorMXBean gc ? gc.getLastGcInfo() : null;
      if (last != null) {
        family.addMetric(List.of(bean.getName()), last.getDuration() / MILLISECONDS_PER_SECOND);
      }
    }
    return family;
  }
}
