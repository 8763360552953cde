package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcceptedFindingsTest {
  private static final AcceptedFindings LIST =
      AcceptedFindings.of(
          Stream.of("bad suffix | of Kafka", "kafka_a", "kafka_b", "bad unit | too", "kafka_a"));

  @Test
  void a_finding_is_accepted_for_the_metrics_below_it_alone() {
    assertEquals(
        List.of("kafka_b bad unit", "kafka_c bad suffix"),
        LIST.missingFor(List.of("kafka_c bad suffix", "kafka_b bad unit", "kafka_a bad unit")));
  }

  @Test
  void an_entry_that_promtool_does_not_find_is_idle() {
    assertEquals(
        List.of("kafka_b bad suffix"),
        LIST.idleFor(List.of("kafka_a bad suffix", "kafka_a bad unit")));
  }

  @Test
  void a_metric_needs_a_finding_above_it() {
    assertThrows(IllegalArgumentException.class, () -> AcceptedFindings.of(Stream.of("kafka_a")));
  }

  @Test
  void a_metric_stands_once_below_a_finding() {
    assertThrows(
        IllegalArgumentException.class,
        () -> AcceptedFindings.of(Stream.of("bad | x", "kafka_a", "kafka_a")));
  }
}
