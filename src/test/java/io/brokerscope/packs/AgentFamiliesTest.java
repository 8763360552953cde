package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage.Family;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentFamiliesTest {

  @Test
  void what_rules_make_is_not_the_agent_s() {
    List<Family> pages =
        List.of(gauge("kafka_up"), gauge("process_cpu_usage"), gauge("process_open_fds"));

    assertEquals(
        List.of(gauge("process_open_fds")),
        AgentFamilies.of(pages, Set.of("process_cpu_usage")).all());
  }

  @Test
  void a_family_without_series_on_one_page_has_the_labels_of_another() {
    assertEquals(
        List.of(gauge("jvm_gc_last_pause_seconds", "gc")),
        AgentFamilies.of(
                List.of(
                    gauge("jvm_gc_last_pause_seconds"), gauge("jvm_gc_last_pause_seconds", "gc")),
                Set.of())
            .all());
  }

  @Test
  void a_summary_has_three_names() {
    Family summary = new Family("x_seconds", "summary", "", Set.of());

    assertEquals(
        List.of("x_seconds", "x_seconds_count", "x_seconds_sum"),
        new AgentFamilies(List.of(summary)).names());
  }

  private static Family gauge(String name, String... labels) {
    return new Family(name, "gauge", "Help.", Set.of(labels));
  }
}
