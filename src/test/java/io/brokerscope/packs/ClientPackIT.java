package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage;
import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.packs.clients.ClientNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** config/kafka-client.yml, all its rules switched on, on a JVM with clients of all kinds. */
class ClientPackIT {
  private static final double MINUTE_MILLIS = 60_000;
  private static final Map<String, String> TOPIC = Map.of("topic", ClientNames.ORDERS);
  private static final Map<String, String> NODE = Map.of("nodeId", "node-1");

  private static ClientFigures orders;
  private static ClientFigures refused;
  private static ClientFigures classic;
  private static ClientFigures kip848;
  private static ClientFigures watcher;

  @BeforeAll
  static void findClients() throws Exception {
    orders = ClientFigures.of("client", ClientNames.ORDERS_PRODUCER);
    refused = ClientFigures.of("client", ClientNames.REFUSED_PRODUCER);
    classic = ClientFigures.of("client", ClientNames.CLASSIC_CONSUMER);
    kip848 = ClientFigures.of("client", ClientNames.KIP_848_CONSUMER + "-client");
    watcher = ClientFigures.of("client", ClientNames.ADMIN_CLIENT);
  }

  @Test
  void a_producer_tells_of_each_topic() throws Exception {
    orders.await("kafka_producer_topic_record_send_total", TOPIC, value -> value > 1);
    orders.await("kafka_producer_topic_byte_total", TOPIC, value -> value > 100);
    orders.await("kafka_producer_topic_byte_rate", TOPIC, value -> value > 1 && value < 100_000);
    orders.await("kafka_producer_topic_record_error_total", TOPIC, value -> value == 0);
    orders.await(
        "kafka_producer_topic_compression_rate", TOPIC, value -> value > 0.1 && value < 0.9);
    refused.await(
        "kafka_producer_topic_record_error_total",
        Map.of("topic", ClientNames.SMALL),
        value -> value > 0);
    refused.await(
        "kafka_producer_topic_record_retry_total",
        Map.of("topic", "replaced-client"),
        value -> value > 0);
  }

  @Test
  void a_producer_tells_of_each_broker() throws Exception {
    orders.await("kafka_producer_node_request_total", NODE, value -> value > 1);
    orders.await("kafka_producer_node_outgoing_byte_total", NODE, value -> value > 100);
    orders.await(
        "kafka_producer_node_request_latency_avg",
        NODE,
        value -> value >= 0 && value < MINUTE_MILLIS);
    orders.await("kafka_producer_node_request_size_max", NODE, value -> value > 10);
    orders.await("kafka_producer_node_response_rate", NODE, value -> value > 0 && value < 100);
  }

  @Test
  void a_consumer_tells_of_each_topic_and_its_sum_of_all() throws Exception {
    for (ClientFigures consumer : List.of(classic, kip848)) {
      double ofTopic =
          consumer.await(
              "kafka_consumer_fetch_manager_records_consumed_total", TOPIC, value -> value > 1);
      consumer.await(
          "kafka_consumer_fetch_manager_records_consumed_total", value -> value >= ofTopic);
      consumer.await("kafka_consumer_fetch_manager_fetch_size_avg", TOPIC, value -> value > 100);
      consumer.await("kafka_consumer_fetch_manager_bytes_consumed_rate", TOPIC, value -> value > 0);
      consumer.await(
          "kafka_consumer_fetch_manager_records_per_request_avg", TOPIC, value -> value > 1);
    }
  }

  @Test
  void a_consumer_tells_of_each_partition() throws Exception {
    for (ClientFigures consumer : List.of(classic, kip848)) {
      for (int i = 0; i < ClientNames.ORDERS_PARTITIONS; i++) {
        Map<String, String> partition =
            Map.of("topic", ClientNames.ORDERS, "partition", String.valueOf(i));
        String prefix = "kafka_consumer_fetch_manager_";
        consumer.await(prefix + "records_lag_max", partition, value -> value > 0);
        consumer.await(prefix + "records_lag", partition, value -> value >= 0);
        consumer.await(prefix + "records_lag_avg", partition, value -> value >= 0);
        consumer.await(prefix + "records_lead", partition, value -> value > 0);
        consumer.await(prefix + "records_lead_min", partition, value -> value >= 0);
        consumer.await(prefix + "preferred_read_replica", partition, value -> value == -1);
      }
    }
  }

  @Test
  void a_consumer_tells_of_its_broker_and_its_coordinator() throws Exception {
    // Kafka counts node ids for coordinators down from the largest integer.
    Map<String, String> coordinator = Map.of("nodeId", "node-" + (Integer.MAX_VALUE - 1));
    for (ClientFigures consumer : List.of(classic, kip848)) {
      consumer.await("kafka_consumer_node_incoming_byte_total", NODE, value -> value > 100);
      consumer.await("kafka_consumer_node_request_total", coordinator, value -> value > 1);
      consumer.await(
          "kafka_consumer_node_request_latency_max",
          NODE,
          value -> value >= 0 && value < MINUTE_MILLIS);
    }
  }

  @Test
  void an_admin_client_tells_of_its_connections() throws Exception {
    Map<String, String> version = Map.of("version", System.getProperty("kafka.version"));

    watcher.awaitGrowth("kafka_admin_client_request_total");
    watcher.awaitPositive("kafka_admin_client_outgoing_byte_rate");
    watcher.await("kafka_admin_client_connection_count", value -> value >= 1 && value <= 2);
    watcher.awaitEqual(0, "kafka_admin_client_failed_authentication_total");
    watcher.await("kafka_admin_client_node_request_total", NODE, value -> value > 0);
    watcher.await("kafka_admin_client_version_info", version, value -> value == 1);
    watcher.awaitPositive("kafka_admin_client_start_time_seconds");
  }

  @Test
  void rare_figures_of_connections_are_there() throws Exception {
    for (var kind : Map.of("producer", orders, "consumer", classic).entrySet()) {
      String prefix = "kafka_" + kind.getKey() + "_";
      kind.getValue().awaitGrowth(prefix + "select_total");
      kind.getValue().await(prefix + "io_wait_ratio", value -> value > 0 && value <= 1);
      kind.getValue().awaitPositive(prefix + "network_io_rate");
      kind.getValue().await(prefix + "connection_close_rate", value -> value >= 0);
    }
  }

  @Test
  void no_series_comes_twice() throws Exception {
    kip848.awaitPositive("kafka_consumer_fetch_manager_records_lag_max");
    MetricsPage page = kip848.process().page();
    Set<Map.Entry<String, Map<String, String>>> seen = new HashSet<>();

    assertEquals(
        List.of(),
        page.samples().stream()
            .filter(sample -> !seen.add(Map.entry(sample.name(), sample.labels())))
            .toList());
    assertEquals(
        List.of(),
        page.named("brokerscope_series_dropped").stream()
            .filter(sample -> sample.value() != 0)
            .toList());
  }

  @Test
  void labels_hold_all_of_a_client_s_name_and_nothing_else() throws Exception {
    kip848.awaitPositive("kafka_consumer_fetch_manager_records_lag_max");
    Set<String> clients =
        ClientFigures.kafkaSeries(kip848.process().page()).stream()
            .map(Sample::labels)
            .map(labels -> labels.get("clientId"))
            .collect(Collectors.toSet());

    assertTrue(
        clients.containsAll(
            Set.of(
                ClientNames.label(ClientNames.ORDERS_PRODUCER),
                ClientNames.label(ClientNames.CLASSIC_CONSUMER),
                ClientNames.label(kip848.clientId()))));
    // And the two plain producers, the admin client, and the one that replaced a topic, if it
    // lives.
    clients.remove("replaces-client");
    assertEquals(6, clients.size());
  }
}
