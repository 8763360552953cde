package io.brokerscope.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.Choice;
import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.config.MonitorConfig.Lag;
import io.brokerscope.demo.MetricsPage;
import io.brokerscope.kafka.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of both protocols with live members, the cluster view, filters, and what it all costs. */
@Tag("waits-for-brokers")
class GroupsIT {
  private static final String INFO = "kafka_consumergroup_info";

  private static ThreeBrokers brokers;
  private static List<LiveMember> members;
  private static MonitorFixture monitor;

  @BeforeAll
  static void start() throws Exception {
    brokers = ThreeBrokers.start().withLagOfSixty("idle", System.currentTimeMillis());
    brokers.histories().createTopic("single", 1, Map.of("cleanup.policy", "compact"));
    members =
        List.of(
            LiveMember.start(brokers.bootstrapServers(), "classic", "orders"),
            LiveMember.start(brokers.bootstrapServers(), "consumer", "orders"),
            LiveMember.start(brokers.bootstrapServers(), "classic", "single"),
            LiveMember.start(brokers.bootstrapServers(), "classic", "single"));
    monitor = new MonitorFixture(TestConfig.of(brokers.bootstrapServers()));
  }

  @AfterAll
  static void end() {
    monitor.close();
    members.forEach(LiveMember::close);
    brokers.close();
  }

  @ParameterizedTest
  @CsvSource({"classic, Classic, range", "consumer, Consumer, uniform"})
  void groups_of_both_protocols_are_described(String protocol, String type, String assignor)
      throws Exception {
    String group = LiveMember.group(protocol, "orders");
    monitor.await("kafka_consumergroup_members", Map.of("consumergroup", group), n -> n == 1);

    Map<String, String> info =
        Await.until(
            "a stable group", () -> labelsOf(INFO, group), of -> "Stable".equals(of.get("state")));

    assertEquals(type, info.get("type"));
    assertEquals(assignor, info.get("protocol"));
    assertTrue(Set.of("1", "2", "3").contains(info.get("coordinator")), info.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void a_member_that_reads_all_has_no_lag(String protocol) throws Exception {
    Map<String, String> labels = Map.of("consumergroup", LiveMember.group(protocol, "orders"));

    monitor.await("kafka_consumergroup_group_sum_lag", labels, lag -> lag == 0);
    monitor.await("kafka_consumergroup_status", labels, status -> status == 1);
  }

  @Test
  void a_member_without_a_partition_is_counted() throws Exception {
    Map<String, String> labels = Map.of("consumergroup", LiveMember.group("classic", "single"));

    monitor.await("kafka_consumergroup_members", labels, count -> count == 2);
    monitor.await("kafka_consumergroup_members_unassigned", labels, count -> count == 1);
  }

  @Test
  void partitions_that_nothing_was_committed_to_are_counted() throws Exception {
    try (LiveMember silent = LiveMember.silent(brokers.bootstrapServers(), "orders")) {
      monitor.await(
          "kafka_consumergroup_partitions_without_commit",
          Map.of("consumergroup", silent.group()),
          count -> count == ThreeBrokers.PARTITIONS);
    }
  }

  @Test
  void a_group_that_nobody_reads_for_is_stopped() throws Exception {
    Map<String, String> labels =
        Map.of("consumergroup", "idle", "topic", "orders", "partition", "0");

    monitor.await("kafka_consumergroup_partition_status", labels, status -> status == 4);
    monitor.await(
        "kafka_consumergroup_status", Map.of("consumergroup", "idle"), status -> status == 3);
  }

  @Test
  void sums_and_maxima_are_told_of_topics_and_groups() throws Exception {
    Map<String, String> topic = Map.of("consumergroup", "idle", "topic", "orders");
    monitor.await("kafka_consumergroup_lag_sum", topic, lag -> lag == 60);
    MetricsPage page = monitor.metrics();

    assertEquals(60, page.value("kafka_consumergroup_lag_max", topic).orElseThrow());
    assertEquals(40, page.value("kafka_consumergroup_current_offset_sum", topic).orElseThrow());
    assertEquals(
        60,
        page.value("kafka_consumergroup_group_sum_lag", Map.of("consumergroup", "idle"))
            .orElseThrow());
  }

  @Test
  void the_cluster_is_told_as_clients_see_it() throws Exception {
    monitor.await("kafka_brokers", Map.of(), count -> count == 3);
    monitor.await(
        "kafka_topic_partitions", Map.of("topic", "orders"), n -> n == ThreeBrokers.PARTITIONS);
    MetricsPage page = monitor.metrics();
    Map<String, String> first = Map.of("topic", "orders", "partition", "0");

    assertEquals(1, page.value("kafka_up"));
    assertTrue(Set.of(1.0, 2.0, 3.0).contains(page.value("kafka_cluster_controller_id")));
    assertEquals(3, page.value("kafka_topic_partition_replicas", first).orElseThrow());
    assertEquals(3, page.value("kafka_topic_partition_in_sync_replica", first).orElseThrow());
    assertEquals(0, page.value("kafka_topic_partition_offline", first).orElseThrow());
    assertEquals(100, page.value("kafka_topic_partition_current_offset", first).orElseThrow());
    assertEquals(
        0, page.value("kafka_topic_partition_under_replicated_partition", first).orElseThrow());
  }

  @Test
  void log_directories_and_settings_come_with_a_later_cycle() throws Exception {
    monitor.await("kafka_topic_size_bytes", Map.of("topic", "orders"), bytes -> bytes > 0);
    monitor.await(
        "kafka_topic_info",
        Map.of("topic", "single", "replication_factor", "3", "cleanup_policy", "compact"),
        value -> value == 1);
    List<MetricsPage.Sample> usable = monitor.metrics().named("kafka_broker_log_dir_usable_bytes");

    assertEquals(
        new TreeSet<>(Set.of("1", "2", "3")),
        usable.stream()
            .map(sample -> sample.labels().get("broker"))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(usable.stream().allMatch(sample -> sample.value() > 0), usable.toString());
  }

  /** With groups of both types, a lag to look up and, in one of the cycles, log directories. */
  @Test
  void no_cycle_sends_more_requests_than_its_budget() throws Exception {
    double partitions =
        monitor.metrics().named("kafka_topic_partitions").stream()
            .mapToDouble(MetricsPage.Sample::value)
            .sum();
    double budget = 6 + 8 * 3 + Math.ceil(partitions / 2_000);
    List<Double> requests = new ArrayList<>();
    try (MonitorFixture fresh = new MonitorFixture(TestConfig.of(brokers.bootstrapServers()))) {
      for (int cycle = 0; cycle < 12; cycle++) {
        double before = fresh.metrics().value("kafka_monitor_snapshot_timestamp_seconds");
        fresh.await("kafka_monitor_snapshot_timestamp_seconds", Map.of(), value -> value > before);
        requests.add(fresh.metrics().value("kafka_monitor_cycle_requests"));
      }
    }

    assertTrue(requests.stream().allMatch(count -> count > 0), requests.toString());
    assertTrue(
        requests.stream().allMatch(count -> count <= budget), requests + ", at most " + budget);
  }

  @Test
  void a_group_that_is_not_chosen_has_no_series() throws Exception {
    MonitorConfig config = TestConfig.of(brokers.bootstrapServers());
    Choice chosen =
        new Choice(TestConfig.names("orders"), TestConfig.names("idle"), Set.of(), Duration.ZERO);
    try (MonitorFixture narrow = new MonitorFixture(TestConfig.with(config, chosen))) {
      narrow.await(
          "kafka_consumergroup_group_sum_lag", Map.of("consumergroup", "idle"), lag -> lag == 60);

      assertEquals(
          Set.of("idle"), valuesOf(narrow.metrics(), "kafka_consumergroup_info", "consumergroup"));
      assertEquals(Set.of("orders"), valuesOf(narrow.metrics(), "kafka_topic_partitions", "topic"));
    }
  }

  @ParameterizedTest
  @CsvSource({"TOPIC, 0, 1", "GROUP, 0, 0"})
  void a_coarser_granularity_leaves_series_out(
      Granularity granularity, int partitionSeries, int topicSeries) throws Exception {
    MonitorConfig config = TestConfig.of(brokers.bootstrapServers());
    Lag lag = new Lag(granularity, 0, true, 10, 0);
    try (MonitorFixture coarse = new MonitorFixture(TestConfig.with(config, lag))) {
      coarse.await(
          "kafka_consumergroup_group_sum_lag", Map.of("consumergroup", "idle"), sum -> sum == 60);
      MetricsPage page = coarse.metrics();

      assertEquals(partitionSeries, seriesOfIdle(page, "kafka_consumergroup_lag"));
      assertEquals(topicSeries, seriesOfIdle(page, "kafka_consumergroup_lag_sum"));
    }
  }

  private static long seriesOfIdle(MetricsPage page, String name) {
    return page.named(name).stream()
        .filter(sample -> sample.labels().get("consumergroup").equals("idle"))
        .count();
  }

  private static Set<String> valuesOf(MetricsPage page, String name, String label) {
    return page.named(name).stream()
        .map(sample -> sample.labels().get(label))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> labelsOf(String name, String group) throws Exception {
    return monitor.metrics().named(name).stream()
        .map(MetricsPage.Sample::labels)
        .filter(labels -> labels.get("consumergroup").equals(group))
        .findFirst()
        .orElseThrow();
  }
}
