package io.brokerscope.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmMetricsTest {
  private static final String ALLOCATED = "jvm_memory_pool_allocated_bytes";

  private static final AtomicLong NOW_NANOS = new AtomicLong();
  private static final JvmMetrics METRICS = new JvmMetrics(() -> false, NOW_NANOS::get);
  private static final PrometheusRegistry ORACLE = new PrometheusRegistry();

  /** Pools get their allocation counters at the first garbage collection, a moment after it. */
  @BeforeAll
  static void collectGarbage() throws InterruptedException {
    METRICS.collect();
    io.prometheus.metrics.instrumentation.jvm.JvmMetrics.builder().register(ORACLE);
    for (int i = 0; i < 100; i++) {
      System.gc();
      Thread.sleep(50);
      boolean oracleReady =
          ORACLE.scrape(name -> name.startsWith(ALLOCATED)).stream()
              .anyMatch(snapshot -> !snapshot.getDataPoints().isEmpty());
      boolean oursReady =
          METRICS.collect().stream()
              .anyMatch(family -> family.name.equals(ALLOCATED) && !family.samples.isEmpty());
      if (oracleReady && oursReady) {
        return;
      }
    }
    fail("no garbage collection was noticed");
  }

  @Test
  void allOfClientJavasFamiliesLabelSetsAndTypesAreThere() {
    Map<String, String> ours = new TreeMap<>();
    for (MetricFamilySamples family : METRICS.collect()) {
      String type = family.type.name();
      family.samples.forEach(s -> ours.put(family.name + labels(s), type));
      ours.put(family.name, type);
    }
    Map<String, String> missing = new TreeMap<>();
    for (MetricSnapshot snapshot : ORACLE.scrape()) {
      for (String series : series(snapshot)) {
        if (!type(snapshot).equals(ours.get(series))) {
          missing.put(series, type(snapshot) + " expected, found " + ours.get(series));
        }
      }
    }
    assertEquals(Map.of(), missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jvm_memory_bytes_used", "jvm_memory_bytes_committed", "jvm_memory_bytes_max",
        "jvm_memory_bytes_init", "jvm_memory_pool_bytes_used", "jvm_memory_pool_bytes_committed",
        "jvm_memory_pool_bytes_max", "jvm_memory_pool_bytes_init", "jvm"
      })
  void namesOfJmxExporterBeforeVersion1AreThere(String name) {
    assertTrue(!family(name).samples.isEmpty());
  }

  @Test
  void theLastCollectionTookSomeTimeButNotForEver() {
    List<MetricFamilySamples.Sample> pauses = family("jvm_gc_last_pause_seconds").samples;
    assertTrue(pauses.stream().anyMatch(pause -> pause.value > 0), pauses::toString);
    assertTrue(
        pauses.stream().allMatch(pause -> pause.value >= 0 && pause.value < 10), pauses::toString);
  }

  @Test
  void noFamilyComesTwice() {
    List<String> names = METRICS.collect().stream().map(family -> family.name).toList();
    assertEquals(new ArrayList<>(new HashSet<>(names)).size(), names.size(), names.toString());
  }

  @Test
  void noSampleComesTwice() {
    List<String> samples = new ArrayList<>();
    METRICS.collect().forEach(f -> f.samples.forEach(s -> samples.add(s.name + labels(s))));
    assertEquals(new TreeSet<>(samples).size(), samples.size(), samples.toString());
  }

  @Test
  void samplesOfALaterNameCarryThatName() {
    Set<String> names = new HashSet<>();
    family("jvm_memory_pool_used_bytes").samples.forEach(sample -> names.add(sample.name));
    assertEquals(Set.of("jvm_memory_pool_used_bytes"), names);
  }

  @Test
  void theRuntimeInfoNamesThisJvm() {
    Sample sample = family("jvm_runtime").samples.get(0);
    assertEquals("jvm_runtime_info", sample.name);
    assertTrue(sample.labelValues.contains(System.getProperty("java.runtime.version")));
  }

  @Test
  void cpuTimeIsFresh() {
    double before = family("process_cpu_seconds").samples.get(0).value;
    long untilNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + 50_000_000;
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < untilNanos) {
      Thread.onSpinWait();
    }
    assertTrue(family("process_cpu_seconds").samples.get(0).value > before);
  }

  @Test
  void threadCountsAreFreshAndThreadStatesAreNot() throws InterruptedException {
    NOW_NANOS.addAndGet(TimeUnit.SECONDS.toNanos(60));
    double countBefore = family("jvm_threads_started").samples.get(0).value;
    List<Sample> statesBefore = family("jvm_threads_state").samples;
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
    NOW_NANOS.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertTrue(family("jvm_threads_started").samples.get(0).value > countBefore);
    assertEquals(statesBefore, family("jvm_threads_state").samples);
  }

  @Test
  void excludedMetricsComeBackWhenTheConfigurationChanges() {
    AtomicBoolean excluded = new AtomicBoolean(true);
    JvmMetrics metrics = new JvmMetrics(excluded::get, System::nanoTime);
    assertEquals(List.of(), metrics.collect());
    excluded.set(false);
    assertTrue(!metrics.collect().isEmpty());
  }

  private static MetricFamilySamples family(String name) {
    return METRICS.collect().stream()
        .filter(family -> family.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no family " + name));
  }

  /** The family itself, and each of its label sets. */
  private static List<String> series(MetricSnapshot snapshot) {
    String name = snapshot.getMetadata().getPrometheusName();
    List<String> series = new ArrayList<>(List.of(name));
    snapshot.getDataPoints().forEach(point -> series.add(name + labels(point.getLabels())));
    return series;
  }

  private static String labels(Labels labels) {
    Map<String, String> byName = new TreeMap<>();
    labels.forEach(label -> byName.put(label.getName(), label.getValue()));
    return byName.toString();
  }

  private static String labels(Sample sample) {
    Map<String, String> byName = new TreeMap<>();
    for (int i = 0; i < sample.labelNames.size(); i++) {
      byName.put(sample.labelNames.get(i), sample.labelValues.get(i));
    }
    return byName.toString();
  }

  private static String type(MetricSnapshot snapshot) {
    if (snapshot instanceof CounterSnapshot) {
      return "COUNTER";
    }
    if (snapshot instanceof GaugeSnapshot) {
      return "GAUGE";
    }
    if (snapshot instanceof InfoSnapshot) {
      return "INFO";
    }
    return snapshot instanceof SummarySnapshot ? "SUMMARY" : "another type";
  }
}
