package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * config/jvm.yml, all its rules switched on, on a JVM without Kafka, and what the agent tells of
 * each JVM by itself.
 */
class JvmPackIT {
  private static LiveProcess jvm;

  @BeforeAll
  static void findJvm() throws Exception {
    jvm = LivePlant.running().process("jvm");
  }

  @Test
  void the_last_pause_of_the_collector_in_use_is_told_in_seconds() throws Exception {
    List<Sample> pauses =
        Await.until(
            "a collection",
            () -> jvm.page().named("jvm_gc_last_pause_seconds"),
            series -> series.stream().anyMatch(sample -> sample.value() > 0));

    assertTrue(pauses.stream().allMatch(sample -> sample.value() < 5), pauses::toString);
    assertEquals(
        Set.of("Copy", "MarkSweepCompact"),
        labels(jvm.page(), "jvm_gc_collection_seconds_count", "gc"));
    assertTrue(
        Set.of("Copy", "MarkSweepCompact")
            .containsAll(labels(jvm.page(), "jvm_gc_last_pause_seconds", "gc")));
  }

  @Test
  void uptime_grows_and_fits_the_start_time() throws Exception {
    double before = jvm.page().value("process_uptime_seconds");
    Await.until(
        "more than " + before,
        () -> jvm.page().value("process_uptime_seconds"),
        value -> value > before);

    MetricsPage page = jvm.page();
    double started = System.currentTimeMillis() / 1_000.0 - page.value("process_uptime_seconds");
    assertEquals(page.value("process_start_time_seconds"), started, 5);
  }

  @Test
  void cpu_use_is_a_share() throws Exception {
    awaitWithin("process_cpu_usage", 1);
    awaitWithin("system_cpu_usage", 1);
    awaitWithin("system_load_average_1m", 10_000);
    awaitWithin("system_cpu_count", 10_000);
  }

  @Test
  void memory_of_the_machine_holds_the_process() throws Exception {
    MetricsPage page = jvm.page();
    double total = page.value("system_memory_total_bytes");

    assertTrue(total > page.value("process_resident_memory_bytes"));
    assertTrue(page.value("system_memory_free_bytes") > 0);
    assertTrue(page.value("system_memory_free_bytes") < total);
    assertTrue(
        page.value("system_swap_free_bytes") >= 0
            && page.value("system_swap_free_bytes") <= page.value("system_swap_total_bytes"));
  }

  @Test
  void a_memory_pool_never_held_more_than_its_peak() throws Exception {
    List<Sample> used = jvm.page().named("jvm_memory_pool_used_bytes");
    MetricsPage later = jvm.page();

    assertEquals(used.size(), later.named("jvm_memory_pool_peak_used_bytes").size());
    for (Sample pool : used) {
      double peak = later.value("jvm_memory_pool_peak_used_bytes", pool.labels()).orElseThrow();
      assertTrue(peak >= pool.value(), () -> "peak of " + peak + ", but " + pool);
    }
  }

  @Test
  void the_agent_itself_tells_what_the_rules_leave_out() throws Exception {
    Await.until(
        "a collection",
        () -> jvm.page().value("jvm_gc_collection_seconds_count", Map.of("gc", "Copy")),
        value -> value.orElse(0) > 0);
    MetricsPage page = jvm.page();
    Map<String, String> eden = Map.of("pool", "Eden Space");
    Map<String, String> heap = Map.of("area", "heap");

    assertTrue(page.value("jvm_memory_used_bytes", heap).orElseThrow() > 1 << 20);
    // Whoever survives a collection of Eden is elsewhere.
    assertEquals(0, page.value("jvm_memory_pool_collection_used_bytes", eden).orElseThrow());
    assertTrue(page.value("jvm_memory_pool_used_bytes", eden).orElseThrow() >= 0);
    assertTrue(page.value("jvm_threads_current") > 1);
    assertTrue(page.value("jvm_classes_currently_loaded") > 100);
    assertTrue(page.value("process_cpu_seconds_total") > 0);
    assertTrue(page.value("process_open_fds") > 1);
    assertEquals(
        Set.of("direct", "mapped", "mapped - 'non-volatile memory'"),
        labels(page, "jvm_buffer_pool_used_bytes", "pool"));
  }

  @Test
  void nothing_of_kafka_is_there() throws Exception {
    assertEquals(List.of(), ClientFigures.kafkaSeries(jvm.page()));
  }

  /** The JVM measures CPU use from one reading to the next; the first is 0. */
  private static void awaitWithin(String name, double most) throws Exception {
    Await.until(
        "%s above 0 and at most %s".formatted(name, most),
        () -> jvm.page().value(name),
        value -> value > 0 && value <= most);
  }

  private static Set<String> labels(MetricsPage page, String name, String label) {
    return page.named(name).stream()
        .map(sample -> sample.labels().get(label))
        .collect(Collectors.toSet());
  }
}
