package io.brokerscope.packs;

import static io.brokerscope.packs.clients.ClientProgram.Kind.HELD_BACK_PRODUCER;
import static io.brokerscope.packs.clients.ClientProgram.Kind.PATIENT_PRODUCER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.demo.cluster.BrokerJars;
import io.brokerscope.packs.clients.ClientNames;
import io.brokerscope.packs.clients.ClientProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What producers say of themselves when a broker takes less than they have, or nothing. */
@Tag("waits-for-brokers")
class ProducerPackPressureIT {
  private static final String PRODUCER = "kafka_producer_";
  private static final double BYTES_A_SECOND = 4_000;

  private static DebugNode broker;
  private static ClientFigures heldBack;
  private static ClientFigures patient;

  @BeforeAll
  static void start() throws Exception {
    broker = DebugNode.start();
    broker.createTopic(ClientNames.LEDGER, 1, Map.of());
    try (Admin admin = broker.admin()) {
      admin.alterClientQuotas(List.of(quota())).all().get();
    }
    LiveProcess program = startProgram();
    heldBack = new ClientFigures(program, ClientNames.HELD_BACK_PRODUCER);
    patient = new ClientFigures(program, ClientNames.PATIENT_PRODUCER);
  }

  private static ClientQuotaAlteration quota() {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, ClientNames.HELD_BACK_PRODUCER)),
        List.of(new ClientQuotaAlteration.Op("producer_byte_rate", BYTES_A_SECOND)));
  }

  private static LiveProcess startProgram() throws Exception {
    List<String> command = new ArrayList<>(List.of(ClientProgram.class.getName()));
    command.addAll(
        ClientProgram.arguments(
            "producers",
            broker.cluster().bootstrapServers(),
            HELD_BACK_PRODUCER,
            PATIENT_PRODUCER));
    BrokerJars jars = BrokerJars.of(System.getProperty("kafka.version"));
    return WatchedPrograms.of(broker.cluster(), jars)
        .startAndAwaitAgent("producers", Path.of("config", "kafka-producer.yml"), command);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void an_application_waits_for_room_in_a_buffer_that_is_full() throws Exception {
    heldBack.await(PRODUCER + "waiting_threads", value -> value == 1);
    assertEquals(
        ClientNames.SMALL_BUFFER_BYTES,
        heldBack.now(PRODUCER + "buffer_total_bytes").orElseThrow());
    heldBack.await(
        PRODUCER + "buffer_available_bytes",
        value -> value >= 0 && value < ClientNames.SMALL_BUFFER_BYTES / 2);
  }

  @Test
  void most_of_its_time_is_waiting() throws Exception {
    heldBack.await(PRODUCER + "bufferpool_wait_ratio", value -> value > 0.5 && value <= 1.1);
  }

  @Test
  void its_waits_are_counted_in_nanoseconds_and_what_waited_in_vain() throws Exception {
    heldBack.awaitGrowth(PRODUCER + "buffer_exhausted_total");
    heldBack.awaitGrowth(PRODUCER + "bufferpool_wait_time_ns_total");
  }

  @Test
  void it_is_held_back_to_its_quota() throws Exception {
    heldBack.await(PRODUCER + "produce_throttle_time_max", value -> value > 100);
    heldBack.await(
        PRODUCER + "outgoing_byte_rate",
        value -> value > 0.2 * BYTES_A_SECOND && value < 3 * BYTES_A_SECOND);
  }

  @Test
  void records_are_sent_again_to_a_broker_that_hangs_and_none_is_lost() throws Exception {
    patient.awaitPositive(PRODUCER + "record_send_total");
    patient.awaitEqual(0, PRODUCER + "record_retry_rate");
    broker.node().hang();
    try {
      patient.awaitPositive(PRODUCER + "record_retry_total");
    } finally {
      broker.node().goOn();
    }
    patient.await(PRODUCER + "record_retry_rate", value -> value > 0 && value < 10);
    patient.awaitGrowth(PRODUCER + "record_send_total");
    patient.awaitEqual(0, PRODUCER + "record_error_total");
  }
}
