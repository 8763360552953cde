package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.demo.cluster.Agent;
import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.demo.cluster.KafkaCluster;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped rules on one real broker, the agent started with it. */
@ParameterizedClass(name = "Kafka {0}")
@MethodSource("io.brokerscope.kafka.KafkaVersions#all")
class BrokerMetricsIT {

  private static final String ORDERS = "orders.v1";
  private static final int MESSAGES = 50;
  private static final int PARTITIONS = 3;

  private static KafkaCluster cluster;
  private static Clients clients;

  @Parameter String version;

  @BeforeParameterizedClassInvocation
  static void startBrokerAndUseIt(String version) throws Exception {
    cluster = KafkaCluster.start(BrokerJars.of(version), 1, Agent::jvmOptions);
    clients = new Clients(cluster);
    clients.createTopic(ORDERS, PARTITIONS);
    clients.produce(ORDERS, MESSAGES);
    clients.consume(ORDERS, MESSAGES);
  }

  @AfterParameterizedClassInvocation
  static void endBroker() {
    cluster.close();
  }

  @Test
  void a_lone_broker_is_active_controller_and_has_nothing_offline() throws Exception {
    MetricsPage page = scrape();

    assertEquals(1, page.value("kafka_controller_kafkacontroller_activecontrollercount"));
    assertEquals(0, page.value("kafka_controller_kafkacontroller_offlinepartitionscount"));
    assertEquals(3, page.value("kafka_server_kafkaserver_brokerstate"));
  }

  @Test
  void it_leads_all_partitions_and_none_lacks_replicas() throws Exception {
    MetricsPage page =
        Await.until(
            PARTITIONS + " partitions or more",
            BrokerMetricsIT::scrape,
            read -> read.value("kafka_server_replicamanager_leadercount") >= PARTITIONS);

    assertEquals(
        page.value("kafka_server_replicamanager_partitioncount"),
        page.value("kafka_server_replicamanager_leadercount"));
    assertEquals(0, page.value("kafka_server_replicamanager_underreplicatedpartitions"));
  }

  @Test
  void messages_and_bytes_are_counted_by_topic() throws Exception {
    MetricsPage page = scrape();
    Map<String, String> orders = Map.of("topic", ORDERS);

    assertEquals(
        MESSAGES,
        page.value("kafka_server_brokertopicmetrics_messagesin_total", orders).orElseThrow());
    assertTrue(
        page.value("kafka_server_brokertopicmetrics_bytesout_total", orders).orElseThrow()
            >= MESSAGES * 100);
  }

  @Test
  void partitions_have_no_series_before_debug_is_switched_on() throws Exception {
    assertEquals(
        List.of(),
        scrape().samples().stream()
            .filter(sample -> sample.labels().containsKey("partition"))
            .toList());
  }

  @Test
  void request_times_are_a_summary() throws Exception {
    MetricsPage page = scrape();
    String name = "kafka_network_requestmetrics_totaltimems";
    Map<String, String> produce = Map.of("request", "Produce");

    assertTrue(page.value(name + "_count", produce).orElseThrow() >= MESSAGES);
    assertTrue(page.value(name + "_sum", produce).orElseThrow() > 0);
    assertEquals(
        Set.of("0.5", "0.75", "0.95", "0.98", "0.99", "0.999"),
        new HashSet<>(quantiles(page.named(name), "Produce")));
  }

  @Test
  void a_request_that_never_came_has_no_quantiles() throws Exception {
    MetricsPage page = scrape();
    String name = "kafka_network_requestmetrics_totaltimems";

    assertEquals(0, page.value(name + "_count", Map.of("request", "DeleteRecords")).orElseThrow());
    assertEquals(List.of(), quantiles(page.named(name), "DeleteRecords"));
  }

  @Test
  void the_quorum_names_its_leader_and_this_node_s_part() throws Exception {
    MetricsPage page = scrape();

    assertEquals(1, page.value("kafka_server_raft_metrics_current_leader"));
    assertEquals(
        1,
        page.value("kafka_server_raft_metrics_current_state", Map.of("state", "leader"))
            .orElseThrow());
  }

  @Test
  void the_idle_time_of_the_request_handlers_grows() throws Exception {
    String name = "kafka_server_kafkarequesthandlerpool_requesthandleravgidle_seconds_total";
    double before = scrape().value(name);

    Await.until(
        "more idle seconds than " + before, () -> scrape().value(name), now -> now > before);
  }

  @Test
  void kafka_s_version_is_told() throws Exception {
    assertEquals(
        1, scrape().value("kafka_server_app_info", Map.of("version", version)).orElseThrow());
  }

  @Test
  void no_series_comes_twice() throws Exception {
    Set<Map.Entry<String, Map<String, String>>> seen = new HashSet<>();

    List<Sample> repeated =
        scrape().samples().stream()
            .filter(sample -> !seen.add(Map.entry(sample.name(), sample.labels())))
            .toList();

    assertEquals(List.of(), repeated);
  }

  @Test
  void a_topic_s_series_come_and_go_with_it() throws Exception {
    String topic = "short-lived";
    clients.createTopic(topic, 2);
    clients.produce(topic, 1);
    Await.until("series of the new topic", () -> seriesOf(topic), series -> !series.isEmpty());

    clients.deleteTopic(topic);

    Await.until("no series of the deleted topic", () -> seriesOf(topic), List::isEmpty);
  }

  private static MetricsPage scrape() throws Exception {
    return MetricsPage.fetch(cluster.nodes().get(0).ports().metricsAddress());
  }

  private static List<Sample> seriesOf(String topic) throws Exception {
    return scrape().samples().stream()
        .filter(sample -> topic.equals(sample.labels().get("topic")))
        .toList();
  }

  private static List<String> quantiles(List<Sample> samples, String request) {
    return samples.stream()
        .filter(sample -> request.equals(sample.labels().get("request")))
        .map(sample -> sample.labels().get("quantile"))
        .toList();
  }
}
