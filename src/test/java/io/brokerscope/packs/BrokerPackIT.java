package io.brokerscope.packs;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.MetricsPage.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  /**
   * Labels with as many values as there are partitions, clients, network threads or other nodes.
   * The broker's own fetchers are clients too, but few.
   */
  private static final Set<String> LABELS_OF_DEBUG =
      Set.of("partition", "clientId", "processor", "fetcher_id", "broker_id", "brokerHost", "ip");

  private static final Set<String> FETCHERS = Set.of("Replica", "ReplicaAlterLogDirs");

  /** What network threads tell without debug, because Kafka has no sum of it. */
  private static final Pattern OF_CONNECTIONS =
      Pattern.compile("kafka_server_socket_server_metrics_\\w*(?:connection|authentication)\\w*");

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
    List<Sample> detailed =
        figures().page().samples().stream()
            .filter(sample -> sample.labels().keySet().stream().anyMatch(LABELS_OF_DEBUG::contains))
            .filter(sample -> !FETCHERS.contains(sample.labels().getOrDefault("clientId", "")))
            .toList();

    if (runsDebugRules()) {
      Ranges.assertAbove(0, detailed.size());
    } else {
      assertEquals(List.of(), detailed);
    }
  }

  @Test
  void a_network_thread_tells_of_connections_and_with_debug_alone_of_more() throws Exception {
    Map<Boolean, Set<String>> ofConnections =
        figures().page().samples().stream()
            .filter(sample -> sample.labels().containsKey("networkProcessor"))
            .map(Sample::name)
            .collect(partitioningBy(OF_CONNECTIONS.asMatchPredicate(), toSet()));

    Ranges.assertAbove(0, ofConnections.get(true).size());
    if (runsDebugRules()) {
      Ranges.assertAbove(0, ofConnections.get(false).size());
    } else {
      assertEquals(Set.of(), ofConnections.get(false));
    }
  }

  private boolean runsDebugRules() throws Exception {
    return Pack.usedBy(LivePlant.running().process(name)).form() == Pack.Form.DEBUG;
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
