package io.brokerscope.jvm;

import io.prometheus.client.Collector;
import io.prometheus.client.hotspot.BufferPoolsExports;
import io.prometheus.client.hotspot.ClassLoadingExports;
import io.prometheus.client.hotspot.GarbageCollectorExports;
import io.prometheus.client.hotspot.MemoryAllocationExports;
import io.prometheus.client.hotspot.MemoryPoolsExports;
import io.prometheus.client.hotspot.VersionInfoExports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The JVM's metrics under the names of simpleclient_hotspot (jmx_exporter 0.x) and, where they
 * differ, also those of client_java 1.x (jmx_exporter 1.x).
 *
 * <p>Nothing is made before the first collection that wants it, because it touches the JVM's
 * management, which inside another program belongs to that program while it starts.
 */
public final class JvmMetrics extends Collector {
  /** simpleclient_hotspot's name to client_java's name of the same thing. */
  private static final Map<String, String> LATER_NAMES =
      Map.of(
          "jvm_memory_bytes_used", "jvm_memory_used_bytes",
          "jvm_memory_bytes_committed", "jvm_memory_committed_bytes",
          "jvm_memory_bytes_max", "jvm_memory_max_bytes",
          "jvm_memory_bytes_init", "jvm_memory_init_bytes",
          "jvm_memory_pool_bytes_used", "jvm_memory_pool_used_bytes",
          "jvm_memory_pool_bytes_committed", "jvm_memory_pool_committed_bytes",
          "jvm_memory_pool_bytes_max", "jvm_memory_pool_max_bytes",
          "jvm_memory_pool_bytes_init", "jvm_memory_pool_init_bytes");

  private final BooleanSupplier excluded;
  private final LongSupplier nanoClock;
  private List<Collector> parts; // null until wanted

  /**
   * Makes none of the metrics yet.
   *
   * @param excluded asked at each collection: a changed configuration may change it
   * @param nanoClock {@code System::nanoTime} in earnest
   */
  public JvmMetrics(BooleanSupplier excluded, LongSupplier nanoClock) {
    this.excluded = excluded;
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    if (excluded.getAsBoolean()) {
      return List.of();
    }
    if (parts == null) {
      parts = newParts();
    }
    List<MetricFamilySamples> families = new ArrayList<>();
    for (Collector part : parts) {
      for (MetricFamilySamples family : part.collect()) {
        families.add(family);
        String laterName = LATER_NAMES.get(family.name);
        if (laterName != null) {
          families.add(renamed(family, laterName));
        }
      }
    }
    return families;
  }

  private List<Collector> newParts() {
    return List.of(
        new ProcessMetrics(nanoClock),
        new MemoryPoolsExports(),
        new MemoryAllocationExports(),
        new BufferPoolsExports(),
        new GarbageCollectorExports(),
        new ThreadMetrics(nanoClock),
        new ClassLoadingExports(),
        new VersionInfoExports(),
        new RuntimeMetrics());
  }

  private static MetricFamilySamples renamed(MetricFamilySamples family, String name) {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>(family.samples.size());
    for (var sample : family.samples) {
      samples.add(
          new MetricFamilySamples.Sample(
              name, sample.labelNames, sample.labelValues, sample.value));
    }
    return new MetricFamilySamples(name, family.type, family.help, samples);
  }
}
