package io.brokerscope.jvm;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The process seen from outside, under the names that Prometheus clients share. In place of
 * simpleclient_hotspot's StandardExports, which counts open files each time and brings
 * java.util.logging into the host.
 */
final class ProcessMetrics extends Collector {
  /**
   * The JVM lists a directory to count open files, 4 ms with 4,000 of them, and the kernel adds up
   * and prints half a millisecond's worth of lines of which two are wanted.
   */
  private static final int COSTLY_INTERVAL_SECONDS = 30;

  /** Absent on other systems than Linux; its sizes are in KiB (proc(5)). */
  private static final Path LINUX_STATUS = Path.of("/proc/self/status");

  private static final double BYTES_PER_KIB = 1024;

  private final Periodically<Long> openFiles;
  private final Periodically<List<MetricFamilySamples>> memory;

  ProcessMetrics(LongSupplier nanoClock) {
    openFiles =
        new Periodically<>(ProcessMetrics::countOpenFiles, COSTLY_INTERVAL_SECONDS, nanoClock);
    memory = new Periodically<>(ProcessMetrics::linuxMemory, COSTLY_INTERVAL_SECONDS, nanoClock);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>();
    double startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
    families.add(
        new GaugeMetricFamily(
            "process_start_time_seconds",
            "Start time of the process since unix epoch in seconds.",
            startMillis / MILLISECONDS_PER_SECOND));
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      addUnix(system, families);
    }
    families.addAll(memory.get());
    return families;
  }

  private void addUnix(UnixOperatingSystemMXBean system, List<MetricFamilySamples> families) {
    families.add(
        new CounterMetricFamily(
            "process_cpu_seconds_total",
            "Total user and system CPU time spent in seconds.",
            system.getProcessCpuTime() / NANOSECONDS_PER_SECOND));
    families.add(
        new GaugeMetricFamily(
            "process_open_fds", "Number of open file descriptors.", openFiles.get()));
    families.add(
        new GaugeMetricFamily(
            "process_max_fds",
            "Maximum number of open file descriptors.",
            system.getMaxFileDescriptorCount()));
  }

  private static long countOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? system.getOpenFileDescriptorCount()
        : 0;
  }

  private static List<MetricFamilySamples> linuxMemory() {
    List<String> lines;
    try {
      lines = Files.readAllLines(LINUX_STATUS);
    } catch (IOException notLinux) {
      return List.of(); // There is no portable way to learn these.
    }
    List<MetricFamilySamples> families = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split("\\s+", 3);
      switch (words[0]) {
        case "VmSize:" ->
            families.add(
                new GaugeMetricFamily(
                    "process_virtual_memory_bytes",
                    "Virtual memory size in bytes.",
                    Double.parseDouble(words[1]) * BYTES_PER_KIB));
        case "VmRSS:" ->
            families.add(
                new GaugeMetricFamily(
                    "process_resident_memory_bytes",
                    "Resident memory size in bytes.",
                    Double.parseDouble(words[1]) * BYTES_PER_KIB));
        default -> {}
      }
    }
    return families;
  }
}
