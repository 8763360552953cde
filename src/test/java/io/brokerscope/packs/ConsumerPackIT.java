package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.packs.clients.ClientNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** config/kafka-consumer.yml on members of both kinds of groups; see also GroupProtocolsIT. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {ClientNames.CLASSIC_CONSUMER, ClientNames.THROTTLED_CONSUMER})
class ConsumerPackIT {
  private static final double MINUTE_MILLIS = 60_000;
  private static final double HOUR_SECONDS = 3_600;

  private static ClientFigures consumer;

  @Parameter String clientId;

  @BeforeParameterizedClassInvocation
  static void findConsumer(String clientId) throws Exception {
    consumer = ClientFigures.of("consumer", clientId);
    // Everything else comes after the first records.
    consumer.awaitPositive("kafka_consumer_fetch_manager_records_consumed_total");
  }

  @Test
  void records_and_bytes_read_are_counted() throws Exception {
    double records = consumer.awaitPositive("kafka_consumer_fetch_manager_records_consumed_total");
    consumer.awaitGrowth("kafka_consumer_fetch_manager_records_consumed_total");
    consumer.await(
        "kafka_consumer_fetch_manager_bytes_consumed_total", value -> value > 50 * records);
    consumer.await(
        "kafka_consumer_fetch_manager_records_consumed_rate", value -> value > 0 && value < 1_000);
    consumer.awaitPositive("kafka_consumer_fetch_manager_bytes_consumed_rate");
  }

  @Test
  void it_is_behind_while_records_come_faster_than_it_reads() throws Exception {
    consumer.awaitPositive("kafka_consumer_fetch_manager_records_lag_max");
    consumer.await("kafka_consumer_fetch_manager_records_lead_min", value -> value >= 0);
  }

  @Test
  void fetches_take_their_time_and_bring_several_records() throws Exception {
    consumer.awaitAverageAndMaximum(
        "kafka_consumer_fetch_manager_fetch_latency", 0.1, MINUTE_MILLIS);
    consumer.awaitGrowth("kafka_consumer_fetch_manager_fetch_total");
    consumer.await("kafka_consumer_fetch_manager_fetch_rate", value -> value > 0 && value < 100);
    consumer.awaitAverageAndMaximum("kafka_consumer_fetch_manager_fetch_size", 100, 10_000_000);
    consumer.await("kafka_consumer_fetch_manager_records_per_request_avg", value -> value > 1);
  }

  @Test
  void the_application_polls_and_works_in_between() throws Exception {
    consumer.await("kafka_consumer_poll_idle_ratio_avg", value -> value > 0 && value < 1);
    consumer.await("kafka_consumer_last_poll_seconds_ago", value -> value >= 0 && value < 30);
    consumer.awaitAverageAndMaximum("kafka_consumer_time_between_poll", 20, MINUTE_MILLIS);
    consumer.awaitPositive("kafka_consumer_commit_sync_time_ns_total");
    consumer.awaitPositive("kafka_consumer_committed_time_ns_total");
  }

  @Test
  void it_has_all_partitions_since_its_first_rebalance() throws Exception {
    consumer.awaitEqual(
        ClientNames.ORDERS_PARTITIONS, "kafka_consumer_coordinator_assigned_partitions");
    consumer.await("kafka_consumer_coordinator_rebalance_total", value -> value >= 1 && value < 10);
    consumer.awaitPositive("kafka_consumer_coordinator_rebalance_latency_total");
    consumer.await(
        "kafka_consumer_coordinator_last_rebalance_seconds_ago",
        value -> value >= 0 && value < HOUR_SECONDS);
    // A classic consumer's first request only brings it an id to join with, and the group's
    // coordinator may not be there yet.
    consumer.await("kafka_consumer_coordinator_failed_rebalance_total", value -> value < 5);
    consumer.await("kafka_consumer_coordinator_rebalance_rate_per_hour", value -> value >= 0);
  }

  @Test
  void it_sends_heartbeats() throws Exception {
    consumer.awaitPositive("kafka_consumer_coordinator_heartbeat_total");
    consumer.await("kafka_consumer_coordinator_heartbeat_rate", value -> value > 0 && value < 10);
    consumer.await(
        "kafka_consumer_coordinator_last_heartbeat_seconds_ago", value -> value >= 0 && value < 45);
    consumer.await(
        "kafka_consumer_coordinator_heartbeat_response_time_max",
        value -> value >= 0 && value < MINUTE_MILLIS);
  }

  @Test
  void it_commits_what_it_read() throws Exception {
    consumer.awaitGrowth("kafka_consumer_coordinator_commit_total");
    consumer.await("kafka_consumer_coordinator_commit_rate", value -> value > 0 && value < 100);
    consumer.awaitAverageAndMaximum(
        "kafka_consumer_coordinator_commit_latency", 0.1, MINUTE_MILLIS);
  }

  @Test
  void it_is_connected() throws Exception {
    consumer.await("kafka_consumer_connection_count", value -> value >= 1 && value <= 4);
    consumer.await("kafka_consumer_connection_creation_total", value -> value >= 1);
    consumer.awaitEqual(0, "kafka_consumer_failed_authentication_total");
    double answered = consumer.awaitPositive("kafka_consumer_response_total");
    consumer.await("kafka_consumer_request_total", value -> value >= answered);
    consumer.awaitGrowth("kafka_consumer_incoming_byte_total");
    consumer.awaitPositive("kafka_consumer_incoming_byte_rate");
    consumer.awaitPositive("kafka_consumer_io_wait_time_ns_total");
    consumer.awaitAverageAndMaximum("kafka_consumer_request_size", 10, 10_000);
  }

  @Test
  void the_library_s_version_and_the_consumer_s_start_are_told() throws Exception {
    Map<String, String> version = Map.of("version", System.getProperty("kafka.version"));
    double nowSeconds = System.currentTimeMillis() / 1_000.0;

    consumer.await("kafka_consumer_version_info", version, value -> value == 1);
    consumer.await(
        "kafka_consumer_start_time_seconds",
        value -> value > nowSeconds - HOUR_SECONDS && value <= nowSeconds);
  }

  @Test
  void every_series_is_of_one_of_the_consumers_as_a_whole() throws Exception {
    List<Sample> series = ClientFigures.kafkaSeries(consumer.process().page());

    assertTrue(series.size() > 100);
    assertEquals(
        Set.of(
            ClientNames.label(ClientNames.CLASSIC_CONSUMER),
            ClientNames.label(ClientNames.THROTTLED_CONSUMER)),
        series.stream().map(sample -> sample.labels().get("clientId")).collect(Collectors.toSet()));
    assertEquals(
        List.of(),
        series.stream()
            .filter(sample -> !Set.of("clientId", "version").containsAll(sample.labels().keySet()))
            .toList());
  }
}
