package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the broker pack on every kind of node. */
@ParameterizedClass(name = "{0}")
@MethodSource("processes")
class BrokerPackIT {

  /** Whoever has not switched debug on has no series for these. */
  private static final Set<String> LABELS_OF_DEBUG =
      Set.of("partition", "clientId", "processor", "fetcher-id");

  @Parameter String name;

  static Stream<String> processes() throws Exception {
    return LivePlant.running().processes().stream()
        .filter(process -> process.pack().toString().endsWith("kafka-broker.yml"))
        .map(LiveProcess::name);
  }

  private Figures figures() throws Exception {
    return Figures.of(LivePlant.running().process(name));
  }

  @Test
  void no_series_comes_twice() throws Exception {
    Set<Map.Entry<String, Map<String, String>>> seen = new HashSet<>();

    List<Sample> repeated =
        figures().page().samples().stream()
            .filter(sample -> !seen.add(Map.entry(sample.name(), sample.labels())))
            .toList();

    assertEquals(List.of(), repeated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "brokerscope_series_dropped",
        "brokerscope_mbeans_failed",
        "brokerscope_attributes_failed",
        "brokerscope_config_warnings",
        "brokerscope_rule_evaluations"
      })
  void nothing_is_lost_or_slow(String figure) throws Exception {
    assertEquals(0, figures().sum(figure));
  }

  @Test
  void detail_is_there_with_debug_alone() throws Exception {
    LiveProcess process = LivePlant.running().process(name);
    boolean debug = process.pack().getFileName().toString().startsWith("debug-");

    List<Sample> detailed =
        figures().page().samples().stream()
            .filter(sample -> sample.labels().keySet().stream().anyMatch(this::isOfDebug))
            .filter(sample -> !sample.labels().containsValue("Replica"))
            .filter(sample -> !sample.labels().containsValue("ReplicaAlterLogDirs"))
            .toList();

    if (!debug) {
      assertEquals(List.of(), detailed);
    } else {
      Ranges.assertAbove(0, detailed.size());
    }
  }

  private boolean isOfDebug(String label) {
    return LABELS_OF_DEBUG.contains(label);
  }

  @Test
  void the_version_and_the_start_are_told() throws Exception {
    Figures figures = figures();

    assertEquals(
        Set.of(name.substring(name.lastIndexOf(' ') + 1)),
        figures.labelValues("kafka_server_app_info", "version"));
    Ranges.assertBetween(
        System.currentTimeMillis() / 1000.0 - 3600,
        System.currentTimeMillis() / 1000.0,
        figures.value("kafka_server_start_time_seconds"));
  }
}
