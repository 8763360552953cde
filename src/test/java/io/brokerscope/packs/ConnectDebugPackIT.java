package io.brokerscope.packs;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the debug rules of kafka-connect.yml add. */
class ConnectDebugPackIT {
  private static final double HOUR_MILLIS = 3_600_000;
  private static final Map<String, String> COPY =
      Map.of("source", "near", "target", "far", "topic", "near." + Connectors.LINES);

  private static AppFigures connect;

  @BeforeAll
  static void findTheWorker() throws Exception {
    connect = new AppFigures(LivePlant.running().process("connect"));
  }

  @Test
  void a_sink_tells_for_each_partition_how_far_it_is_behind() throws Exception {
    Map<String, String> partition =
        Map.of(
            "clientId",
            "connector-consumer-" + Connectors.SINK + "-0",
            "topic",
            Connectors.LINES,
            "partition",
            "0");

    connect.awaitLargest("kafka_consumer_fetch_manager_records_lag", partition, lag -> lag >= 0);
    // All of the topic is there, so as many are before the reading position as it has read.
    connect.awaitGrowth("kafka_consumer_fetch_manager_records_lead", partition);
  }

  @Test
  void a_mirror_tells_what_it_copied_and_how_old_that_was() throws Exception {
    String name = "kafka_connect_mirror_source_connector_";

    connect.awaitGrowth(name + "byte_count_total", COPY);
    connect.awaitPositive(name + "record_rate", COPY);
    connect.awaitLargest(
        name + "replication_latency_ms_avg", COPY, millis -> millis > 0 && millis < HOUR_MILLIS);
    connect.awaitLargest(
        name + "record_age_ms_max", COPY, millis -> millis >= 0 && millis < HOUR_MILLIS);
  }

  @Test
  void a_mirror_tells_how_long_it_took_to_copy_a_group_s_offsets() throws Exception {
    connect.awaitLargest(
        "kafka_connect_mirror_checkpoint_connector_checkpoint_latency_ms_avg",
        Map.of("group", "connect-" + Connectors.SINK, "partition", "0"),
        millis -> millis >= 0 && millis < HOUR_MILLIS);
  }
}
