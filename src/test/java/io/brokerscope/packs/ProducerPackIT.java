package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.packs.clients.ClientNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * config/kafka-producer.yml on producers that work, one that brokers refuse, and one with
 * transactions.
 */
class ProducerPackIT {
  private static final double BUFFER_BYTES = 32 * 1024 * 1024; // Kafka's default
  private static final double MINUTE_MILLIS = 60_000;

  private static ClientFigures orders;
  private static ClientFigures refused;
  private static ClientFigures ledger;

  @BeforeAll
  static void findProducers() throws Exception {
    orders = ClientFigures.of("producer", ClientNames.ORDERS_PRODUCER);
    refused = ClientFigures.of("producer", ClientNames.REFUSED_PRODUCER);
    ledger = ClientFigures.of("producer", ClientNames.LEDGER_PRODUCER);
  }

  @Test
  void records_sent_are_counted_and_their_rate_told() throws Exception {
    orders.awaitGrowth("kafka_producer_record_send_total");
    orders.await("kafka_producer_record_send_rate", value -> value > 1 && value < 100);
  }

  @Test
  void records_sent_again_and_given_up_are_counted() throws Exception {
    refused.awaitPositive("kafka_producer_record_retry_total");
    refused.awaitPositive("kafka_producer_record_error_total");
    refused.await("kafka_producer_record_error_rate", value -> value > 0 && value < 10);
    refused.awaitPositive("kafka_producer_batch_split_total");
    orders.awaitEqual(0, "kafka_producer_record_error_total");
  }

  @Test
  void requests_take_their_time() throws Exception {
    orders.awaitAverageAndMaximum("kafka_producer_request_latency", 0.1, MINUTE_MILLIS);
  }

  @Test
  void records_wait_in_the_producer_for_others_to_join_them() throws Exception {
    orders.awaitAverageAndMaximum("kafka_producer_record_queue_time", 1, MINUTE_MILLIS);
  }

  @Test
  void a_producer_above_its_quota_is_held_back() throws Exception {
    refused.awaitAverageAndMaximum("kafka_producer_produce_throttle_time", 0.01, MINUTE_MILLIS);
    orders.awaitEqual(0, "kafka_producer_produce_throttle_time_max");
  }

  @Test
  void batches_hold_several_compressed_records() throws Exception {
    orders.awaitAverageAndMaximum("kafka_producer_batch_size", 200, 16_384);
    orders.awaitAverageAndMaximum("kafka_producer_record_size", 200, 1_000);
    orders.await("kafka_producer_records_per_request_avg", value -> value > 1 && value <= 50);
    orders.await("kafka_producer_compression_rate_avg", value -> value > 0.1 && value < 0.9);
    refused.awaitEqual(1, "kafka_producer_compression_rate_avg");
  }

  @Test
  void the_buffer_is_nearly_free() throws Exception {
    orders.awaitEqual(BUFFER_BYTES, "kafka_producer_buffer_total_bytes");
    orders.await(
        "kafka_producer_buffer_available_bytes",
        value -> value > BUFFER_BYTES / 2 && value <= BUFFER_BYTES);
    orders.awaitEqual(0, "kafka_producer_bufferpool_wait_ratio");
    orders.awaitEqual(0, "kafka_producer_waiting_threads");
    orders.awaitEqual(0, "kafka_producer_buffer_exhausted_total");
  }

  @Test
  void the_application_s_waits_are_counted() throws Exception {
    orders.awaitPositive("kafka_producer_flush_time_ns_total");
    orders.awaitPositive("kafka_producer_metadata_wait_time_ns_total");
    orders.awaitEqual(0, "kafka_producer_bufferpool_wait_time_ns_total");
    for (String step : List.of("init", "begin", "commit", "abort")) {
      ledger.awaitPositive("kafka_producer_txn_" + step + "_time_ns_total");
    }
    orders.awaitEqual(0, "kafka_producer_txn_commit_time_ns_total");
  }

  @Test
  void few_requests_are_under_way_and_metadata_is_fresh() throws Exception {
    orders.await("kafka_producer_requests_in_flight", value -> value >= 0 && value <= 10);
    orders.await("kafka_producer_metadata_age", value -> value > 0 && value < 300);
  }

  @Test
  void bytes_and_requests_are_counted() throws Exception {
    orders.awaitGrowth("kafka_producer_outgoing_byte_total");
    orders.awaitPositive("kafka_producer_incoming_byte_total");
    orders.await("kafka_producer_outgoing_byte_rate", value -> value > 10 && value < 100_000);
    double answered = orders.awaitPositive("kafka_producer_response_total");
    orders.await("kafka_producer_request_total", value -> value >= answered);
    orders.await("kafka_producer_request_rate", value -> value > 0 && value < 100);
    orders.awaitAverageAndMaximum("kafka_producer_request_size", 10, 100_000);
  }

  @Test
  void the_network_thread_mostly_waits() throws Exception {
    double worked = orders.awaitPositive("kafka_producer_io_time_ns_total");

    orders.await("kafka_producer_io_wait_time_ns_total", value -> value > worked);
  }

  @Test
  void connections_stay_open_and_need_no_login() throws Exception {
    orders.await("kafka_producer_connection_count", value -> value >= 1 && value <= 3);
    orders.await("kafka_producer_connection_creation_total", value -> value >= 1);
    orders.await("kafka_producer_connection_close_total", value -> value >= 0);
    orders.awaitEqual(0, "kafka_producer_failed_authentication_total");
    orders.awaitEqual(0, "kafka_producer_successful_authentication_total");
  }

  @Test
  void the_library_s_version_and_the_producer_s_start_are_told() throws Exception {
    Map<String, String> version = Map.of("version", System.getProperty("kafka.version"));
    double nowSeconds = System.currentTimeMillis() / 1_000.0;

    orders.await("kafka_producer_version_info", version, value -> value == 1);
    orders.await(
        "kafka_producer_start_time_seconds",
        value -> value > nowSeconds - 3_600 && value <= nowSeconds);
  }

  @Test
  void every_series_is_of_one_of_the_producers_as_a_whole() throws Exception {
    ledger.awaitPositive("kafka_producer_record_send_total");
    List<Sample> series = ClientFigures.kafkaSeries(orders.process().page());

    assertEquals(
        Set.of(
            ClientNames.label(ClientNames.ORDERS_PRODUCER),
            ClientNames.REFUSED_PRODUCER,
            ClientNames.LEDGER_PRODUCER),
        series.stream().map(sample -> sample.labels().get("clientId")).collect(Collectors.toSet()));
    assertEquals(
        List.of(),
        series.stream()
            .filter(sample -> !Set.of("clientId", "version").containsAll(sample.labels().keySet()))
            .toList());
  }

  @Test
  void all_producers_have_the_same_figures() throws Exception {
    ledger.awaitPositive("kafka_producer_record_send_total");

    assertTrue(names(ledger).size() > 50);
    assertEquals(names(ledger), names(orders));
    assertEquals(names(ledger), names(refused));
  }

  private static Set<String> names(ClientFigures client) throws Exception {
    return client.series().stream().map(Sample::name).collect(Collectors.toSet());
  }
}
