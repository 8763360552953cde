package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.demo.MetricsPage.Sample;
import io.brokerscope.kafka.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kafka-streams.yml, detail switched on, on an application that works. */
class StreamsPackIT {
  private static final Map<String, String> ANY = Map.of();
  private static final Map<String, String> COUNTS =
      Map.of("store", "counts", "storeType", "rocksdb");
  private static final double MINUTE_MILLIS = 60_000;

  private static AppFigures streams;

  @BeforeAll
  static void findTheApplication() throws Exception {
    streams = new AppFigures(LivePlant.running().process("streams"));
  }

  @Test
  void no_two_attributes_fall_into_one_series() throws Exception {
    assertEquals(0, streams.largest("brokerscope_series_dropped", Map.of("reason", "duplicate")));
  }

  @Test
  void the_application_is_in_one_state_and_it_is_running() throws Exception {
    List<Sample> states =
        Await.until(
            "RUNNING",
            () -> streams.series("kafka_streams_state", ANY),
            read -> read.size() == 1 && read.get(0).labels().get("state").equals("RUNNING"));

    assertEquals(1, states.get(0).value());
  }

  @Test
  void the_thread_that_died_is_counted_and_replaced() throws Exception {
    streams.awaitLargest("kafka_streams_failed_stream_threads_total", ANY, dead -> dead == 1);
    streams.awaitLargest(
        "kafka_streams_alive_stream_threads", ANY, alive -> alive == StreamsProgram.THREADS);
    Await.until(
        "every thread RUNNING",
        () -> streams.series("kafka_streams_thread_state", Map.of("state", "RUNNING")),
        running -> running.size() == StreamsProgram.THREADS);
  }

  @Test
  void the_application_tells_its_id_and_version() throws Exception {
    Map<String, String> id = Map.of("applicationId", StreamsProgram.APPLICATION);
    Map<String, String> version = Map.of("version", System.getProperty("kafka.version"));

    assertEquals(1, streams.sum("kafka_streams_application_id_info", id));
    assertEquals(1, streams.sum("kafka_streams_version_info", version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "poll", "process", "punctuate"})
  void threads_tell_how_often_and_how_long_they_do_their_work(String work) throws Exception {
    String name = "kafka_streams_thread_" + work;

    streams.awaitGrowth(name + "_total", ANY);
    streams.awaitPositive(name + "_rate");
    streams.awaitLargest(
        name + "_latency_max", ANY, millis -> millis > 0 && millis < MINUTE_MILLIS);
    streams.awaitLargest(
        name + "_latency_avg", ANY, millis -> millis > 0 && millis < MINUTE_MILLIS);
    streams.awaitShares(name + "_ratio");
  }

  @Test
  void threads_tell_their_records_tasks_and_waiting() throws Exception {
    streams.awaitPositive("kafka_streams_thread_poll_records_avg");
    streams.awaitPositive("kafka_streams_thread_process_records_max");
    streams.awaitLargest("kafka_streams_thread_task_created_total", ANY, tasks -> tasks >= 1);
    streams.awaitGrowth("kafka_streams_thread_blocked_time_ns_total", ANY);
  }

  @Test
  void threads_started_lately() throws Exception {
    double now = Instant.now().getEpochSecond();

    streams.awaitLargest(
        "kafka_streams_thread_start_time_seconds",
        ANY,
        start -> start > now - 3600 && start < now + 60);
  }

  @Test
  void records_without_a_key_are_dropped_and_counted() throws Exception {
    streams.awaitGrowth("kafka_streams_task_dropped_records_total", ANY);
  }

  @Test
  void tasks_share_their_thread() throws Exception {
    streams.awaitShares("kafka_streams_task_active_process_ratio");
    streams.awaitGrowth("kafka_streams_task_process_total", Map.of("taskId", "0_0"));
    streams.awaitGrowth("kafka_streams_task_process_total", Map.of("taskId", "0_1"));
    streams.awaitPositive("kafka_streams_task_process_latency_avg");
    streams.awaitPositive("kafka_streams_task_cache_size_bytes");
  }

  @Test
  void nothing_is_left_to_restore_and_the_restorers_are_idle() throws Exception {
    streams.awaitLargest(
        "kafka_streams_state_updater_active_restoring_tasks", ANY, tasks -> tasks == 0);
    streams.awaitShares("kafka_streams_state_updater_idle_ratio");
    streams.awaitPositive("kafka_streams_state_updater_idle_ratio");
  }

  @Test
  void sources_and_sinks_tell_the_age_of_records() throws Exception {
    String name = "kafka_streams_processor_node_record_e2e_latency_";

    streams.awaitLargest(name + "avg", ANY, millis -> millis > 0 && millis < MINUTE_MILLIS);
    assertTrue(streams.largest(name + "max", ANY) >= streams.largest(name + "min", ANY));
    streams.awaitGrowth("kafka_streams_processor_node_process_total", ANY);
  }

  @Test
  void topics_tell_what_was_read_and_written() throws Exception {
    streams.awaitGrowth(
        "kafka_streams_topic_records_consumed_total", Map.of("topic", StreamsProgram.WORDS));
    streams.awaitPositive(
        "kafka_streams_topic_bytes_produced_total", Map.of("topic", StreamsProgram.COUNTS));
  }

  @Test
  void the_store_tells_its_calls_and_their_times() throws Exception {
    streams.awaitPositive("kafka_streams_state_store_put_rate", COUNTS);
    streams.awaitPositive("kafka_streams_state_store_put_latency_avg", COUNTS);
  }

  @Test
  void rocksdb_tells_its_memory_and_keys() throws Exception {
    streams.awaitPositive("kafka_streams_state_store_cur_size_all_mem_tables", COUNTS);
    streams.awaitPositive("kafka_streams_state_store_estimate_num_keys", COUNTS);
    streams.awaitPositive("kafka_streams_state_store_block_cache_capacity", COUNTS);
    assertEquals(0, streams.sum("kafka_streams_state_store_background_errors", COUNTS));
  }

  @Test
  void rocksdb_counts_what_it_wrote_once_a_minute() throws Exception {
    streams.awaitPositive("kafka_streams_state_store_bytes_written_total", COUNTS);
  }

  @Test
  void the_record_cache_answers_some_reads() throws Exception {
    streams.awaitShares("kafka_streams_record_cache_hit_ratio_avg");
    streams.awaitPositive("kafka_streams_record_cache_hit_ratio_max");
  }

  @Test
  void the_clients_inside_tell_whether_they_keep_up() throws Exception {
    streams.awaitLargest("kafka_consumer_fetch_manager_records_lag_max", ANY, lag -> lag >= 0);
    streams.awaitGrowth("kafka_consumer_fetch_manager_records_consumed_total", ANY);
    streams.awaitGrowth("kafka_producer_record_send_total", ANY);
    streams.awaitLargest(
        "kafka_producer_request_latency_avg", ANY, millis -> millis > 0 && millis < MINUTE_MILLIS);
    Await.until(
        "both partitions assigned",
        () -> streams.sum("kafka_consumer_coordinator_assigned_partitions", ANY),
        partitions -> partitions == StreamsProgram.THREADS);
    assertEquals(0, streams.sum("kafka_producer_record_error_total", ANY));
  }

  @Test
  void lag_is_told_for_each_partition() throws Exception {
    streams.awaitLargest(
        "kafka_consumer_fetch_manager_records_lag",
        Map.of("topic", StreamsProgram.WORDS, "partition", "1"),
        lag -> lag >= 0);
  }
}
