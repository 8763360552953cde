package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.kafka.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kafka-connect.yml has by default, on a worker of connectors that work, go on after errors,
 * and fail.
 */
class ConnectPackIT {
  private static final Map<String, String> ANY = Map.of();
  private static final Map<String, String> SOURCE = task(Connectors.SOURCE);
  private static final Map<String, String> SINK = task(Connectors.SINK);
  private static final Map<String, String> TOLERANT = task(Connectors.TOLERANT);
  private static final double MINUTE_MILLIS = 60_000;

  private static AppFigures connect;

  @BeforeAll
  static void findTheWorker() throws Exception {
    connect = new AppFigures(LivePlant.running().process("connect"));
  }

  private static Map<String, String> task(String connector) {
    return Map.of("connector", connector, "task", "0");
  }

  @Test
  void no_two_attributes_fall_into_one_series() throws Exception {
    assertEquals(0, connect.largest("brokerscope_series_dropped", Map.of("reason", "duplicate")));
  }

  @Test
  void the_worker_counts_its_connectors_and_tasks() throws Exception {
    awaitOne("kafka_connect_worker_connector_count", Connectors.COUNT);
    awaitOne("kafka_connect_worker_task_count", Connectors.COUNT);
  }

  @Test
  void starts_are_counted_by_how_they_ended() throws Exception {
    awaitOne("kafka_connect_worker_connector_startup_success_total", Connectors.COUNT);
    assertEquals(0, connect.largest("kafka_connect_worker_connector_startup_failure_total", ANY));
    // Of the starts of the last minute, so it is 0 again when this runs late.
    connect.awaitShares("kafka_connect_worker_connector_startup_success_percentage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Connectors.SOURCE,
        Connectors.SINK,
        Connectors.TOLERANT,
        Connectors.STRICT,
        Connectors.HOMELESS,
        Connectors.MIRROR,
        Connectors.CHECKPOINTS
      })
  void a_connector_runs_even_if_its_task_has_failed(String connector) throws Exception {
    boolean fails = connector.equals(Connectors.STRICT) || connector.equals(Connectors.HOMELESS);
    String name = "kafka_connect_connector_status";

    Await.until(
        connector + " running",
        () -> connect.process().page().value(name, state(connector)).orElse(0),
        value -> value == 1);
    connect.awaitLargest(
        name,
        Map.of("connector", connector, "task", "0", "state", fails ? "failed" : "running"),
        value -> value == 1);
    connect.awaitLargest(
        "kafka_connect_worker_connector_failed_task_count",
        Map.of("connector", connector),
        failed -> failed == (fails ? 1 : 0));
  }

  private static Map<String, String> state(String connector) {
    return Map.of("connector", connector, "state", "running");
  }

  @Test
  void a_connector_tells_its_class_type_and_version() throws Exception {
    assertEquals(
        1,
        connect.sum("kafka_connect_connector_type_info", labels("file-source", "type", "source")));
    assertEquals(
        1, connect.sum("kafka_connect_connector_type_info", labels("file-sink", "type", "sink")));
    assertEquals(
        1,
        connect.sum(
            "kafka_connect_connector_version_info",
            labels("file-sink", "version", System.getProperty("kafka.version"))));
    assertEquals(
        1,
        connect.sum(
            "kafka_connect_connector_class_info",
            labels("file-sink", "class", "org.apache.kafka.connect.file.FileStreamSinkConnector")));
  }

  private static Map<String, String> labels(String connector, String key, String value) {
    return Map.of("connector", connector, key, value);
  }

  @Test
  void bad_records_are_counted_by_what_came_of_them() throws Exception {
    for (String outcome :
        List.of(
            "record_errors_total",
            "record_failures_total",
            "records_skipped_total",
            "errors_logged_total",
            "retries_total",
            "deadletterqueue_produce_requests_total")) {
      connect.awaitGrowth("kafka_connect_task_error_" + outcome, TOLERANT);
    }
    assertEquals(
        0,
        connect.largest(
            "kafka_connect_task_error_deadletterqueue_produce_failures_total", TOLERANT));
    assertEquals(0, connect.largest("kafka_connect_task_error_record_errors_total", SINK));
  }

  @Test
  void the_last_error_has_a_time() throws Exception {
    double now = Instant.now().toEpochMilli();

    connect.awaitLargest(
        "kafka_connect_task_error_last_error_timestamp",
        TOLERANT,
        time -> Math.abs(time - now) < 10 * MINUTE_MILLIS);
  }

  @Test
  void a_source_counts_what_it_gave_and_what_kafka_got() throws Exception {
    String name = "kafka_connect_source_task_";

    connect.awaitGrowth(name + "source_record_poll_total", SOURCE);
    connect.awaitGrowth(name + "source_record_write_total", SOURCE);
    connect.awaitPositive(name + "source_record_poll_rate", SOURCE);
    connect.awaitPositive(name + "source_record_write_rate", SOURCE);
    connect.awaitLargest(
        name + "poll_batch_max_time_ms", SOURCE, millis -> millis > 0 && millis < MINUTE_MILLIS);
    connect.awaitLargest(name + "source_record_active_count", SOURCE, count -> count >= 0);
    connect.awaitPositive(name + "transaction_size_avg", SOURCE);
  }

  @Test
  void a_sink_counts_what_it_read_and_sent() throws Exception {
    String name = "kafka_connect_sink_task_";

    connect.awaitGrowth(name + "sink_record_read_total", SINK);
    connect.awaitGrowth(name + "sink_record_send_total", SINK);
    connect.awaitPositive(name + "sink_record_read_rate", SINK);
    connect.awaitLargest(
        name + "put_batch_max_time_ms", SINK, millis -> millis >= 0 && millis < MINUTE_MILLIS);
    connect.awaitLargest(name + "sink_record_active_count_max", SINK, count -> count > 0);
    connect.awaitLargest(name + "partition_count", SINK, partitions -> partitions == 1);
  }

  @Test
  void offsets_are_committed() throws Exception {
    connect.awaitGrowth("kafka_connect_sink_task_offset_commit_completion_total", SINK);
    connect.awaitGrowth("kafka_connect_sink_task_offset_commit_seq_no", SINK);
    assertEquals(0, connect.largest("kafka_connect_sink_task_offset_commit_skip_total", SINK));
    for (Map<String, String> task : List.of(SINK, SOURCE)) {
      connect.awaitLargest(
          "kafka_connect_connector_task_offset_commit_max_time_ms",
          task,
          millis -> millis >= 0 && millis < MINUTE_MILLIS);
    }
    connect.awaitLargest(
        "kafka_connect_connector_task_offset_commit_success_percentage", SINK, all -> all == 1);
  }

  @Test
  void tasks_tell_their_batches_and_how_long_they_ran() throws Exception {
    connect.awaitPositive("kafka_connect_connector_task_batch_size_avg", SINK);
    connect.awaitPositive("kafka_connect_connector_task_batch_size_max", SOURCE);
    connect.awaitShares("kafka_connect_connector_task_running_ratio");
    connect.awaitPositive("kafka_connect_connector_task_running_ratio", SINK);
    connect.awaitLargest("kafka_connect_connector_task_pause_ratio", SINK, paused -> paused == 0);
  }

  @Test
  void the_group_of_workers_is_settled() throws Exception {
    connect.awaitPositive("kafka_connect_worker_rebalance_completed_rebalances_total");
    connect.awaitPositive("kafka_connect_worker_rebalance_epoch");
    awaitOne("kafka_connect_worker_rebalance_rebalancing", 0);
    awaitOne("kafka_connect_coordinator_assigned_connectors", Connectors.COUNT);
    awaitOne("kafka_connect_coordinator_assigned_tasks", Connectors.COUNT);
  }

  @Test
  void the_worker_tells_its_version_and_start() throws Exception {
    double now = Instant.now().getEpochSecond();

    connect.awaitLargest(
        "kafka_connect_version_info",
        Map.of("version", System.getProperty("kafka.version")),
        value -> value == 1);
    connect.awaitLargest(
        "kafka_connect_start_time_seconds", ANY, start -> start > now - 3600 && start < now + 60);
  }

  @Test
  void the_clients_inside_tell_whether_they_keep_up() throws Exception {
    Map<String, String> consumer = Map.of("clientId", "connector-consumer-file-sink-0");
    Map<String, String> producer = Map.of("clientId", "connector-producer-file-source-0");

    connect.awaitLargest("kafka_consumer_fetch_manager_records_lag_max", consumer, lag -> lag >= 0);
    connect.awaitGrowth("kafka_consumer_fetch_manager_records_consumed_total", consumer);
    connect.awaitGrowth("kafka_producer_record_send_total", producer);
    connect.awaitLargest("kafka_producer_record_error_total", producer, errors -> errors == 0);
    connect.awaitLargest(
        "kafka_consumer_coordinator_assigned_partitions", consumer, partitions -> partitions == 1);
  }

  @Test
  void a_mirror_tells_how_far_behind_its_copy_is() throws Exception {
    Map<String, String> copy =
        Map.of("source", "near", "target", "far", "topic", "near." + Connectors.LINES);

    connect.awaitGrowth("kafka_connect_mirror_source_connector_record_count_total", copy);
    connect.awaitLargest(
        "kafka_connect_mirror_source_connector_replication_latency_ms_max",
        copy,
        millis -> millis > 0 && millis < 10 * MINUTE_MILLIS);
    connect.awaitLargest(
        "kafka_connect_mirror_checkpoint_connector_checkpoint_latency_ms_max",
        Map.of("group", "connect-" + Connectors.SINK, "partition", "0"),
        millis -> millis >= 0 && millis < 10 * MINUTE_MILLIS);
  }

  private static void awaitOne(String name, double expected) throws Exception {
    connect.awaitLargest(name, ANY, value -> value == expected);
  }
}
