package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.packs.clients.ClientNames;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What config/kafka-consumer.yml tells of a consumer depends on its group.protocol. */
class GroupProtocolsIT {
  private static final double MINUTE_MILLIS = 60_000;

  private static ClientFigures classic;
  private static ClientFigures kip848;

  @BeforeAll
  static void findConsumers() throws Exception {
    classic = ClientFigures.of("consumer", ClientNames.CLASSIC_CONSUMER);
    kip848 = ClientFigures.of("consumer", ClientNames.THROTTLED_CONSUMER);
  }

  @Test
  void a_classic_consumer_joins_and_syncs() throws Exception {
    classic.await("kafka_consumer_coordinator_join_total", value -> value >= 1 && value < 10);
    classic.await("kafka_consumer_coordinator_sync_total", value -> value >= 1 && value < 10);
    classic.await("kafka_consumer_coordinator_join_rate", value -> value >= 0);
    classic.awaitTimesOfOnce("kafka_consumer_coordinator_join_time");
    classic.awaitTimesOfOnce("kafka_consumer_coordinator_sync_time");
  }

  @Test
  void a_kip_848_consumer_neither_joins_nor_syncs() throws Exception {
    kip848.awaitPositive("kafka_consumer_coordinator_heartbeat_total");

    assertEquals(OptionalDouble.empty(), kip848.now("kafka_consumer_coordinator_join_total"));
    assertEquals(OptionalDouble.empty(), kip848.now("kafka_consumer_coordinator_sync_total"));
  }

  @Test
  void the_rebalance_itself_and_the_application_s_listener_take_their_time() throws Exception {
    for (ClientFigures consumer : List.of(classic, kip848)) {
      consumer.awaitTimesOfOnce("kafka_consumer_coordinator_rebalance_latency");
      consumer.awaitTimesOfOnce("kafka_consumer_coordinator_partition_assigned_latency");
    }
  }

  @Test
  void only_a_kip_848_consumer_has_a_network_thread_with_queues() throws Exception {
    kip848.awaitAverageAndMaximum(
        "kafka_consumer_time_between_network_thread_poll", 0.1, MINUTE_MILLIS);
    for (String queue : List.of("application_event", "unsent_requests")) {
      kip848.await("kafka_consumer_" + queue + "_queue_size", value -> value >= 0 && value < 100);
      kip848.awaitAverageAndMaximum("kafka_consumer_" + queue + "_queue_time", 0, MINUTE_MILLIS);
    }
    kip848.await("kafka_consumer_background_event_queue_size", value -> value >= 0 && value < 100);
    kip848.awaitTimesOfOnce("kafka_consumer_background_event_queue_time");
    kip848.awaitAverageAndMaximum(
        "kafka_consumer_application_event_queue_processing_time", 0, MINUTE_MILLIS);
    kip848.awaitEqual(0, "kafka_consumer_application_events_expired_count");
    assertEquals(
        OptionalDouble.empty(), classic.now("kafka_consumer_application_event_queue_size"));
  }

  @Test
  void a_consumer_above_its_quota_is_held_back() throws Exception {
    kip848.awaitAverageAndMaximum(
        "kafka_consumer_fetch_manager_fetch_throttle_time", 0.01, MINUTE_MILLIS);
    classic.awaitEqual(0, "kafka_consumer_fetch_manager_fetch_throttle_time_max");
  }

  @Test
  void names_hold_nothing_of_a_client_s_name() throws Exception {
    kip848.awaitPositive("kafka_consumer_fetch_manager_records_lag_max");

    assertEquals(
        List.of(),
        ClientFigures.kafkaSeries(kip848.process().page()).stream()
            .filter(sample -> sample.name().matches(".*(audit|billing|topic|partition_9).*"))
            .toList());
  }
}
