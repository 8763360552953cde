package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertAbove;
import static io.brokerscope.packs.Ranges.assertBetween;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.kafka.Clients;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says of records that it does not keep as it got them. */
@Tag("waits-for-brokers")
class BrokerPackConversionIT {
  private static final String TOPICS = "kafka_server_brokertopicmetrics_";
  private static final String CONVERTED = TOPICS + "producemessageconversions_total";
  private static final String REQUESTS = "kafka_network_requestmetrics_";
  private static final String[] PRODUCE = {"request", "Produce"};
  private static final String PLAIN = "as-it-is-sent";
  private static final int RECORDS = 10;

  private static DebugNode broker;
  private static Figures before;
  private static Figures after;

  @BeforeAll
  static void write() throws Exception {
    broker = DebugNode.start();
    CompressingTopic.createOn(broker);
    broker.createTopic(PLAIN, 1, Map.of());
    write(PLAIN);
    before = broker.figures();
    write(CompressingTopic.NAME);
    // Requests are counted when their answers are on their way.
    after =
        broker.figures(
            "all requests",
            read ->
                read.value(REQUESTS + "totaltimems_count", PRODUCE)
                    == before.value(REQUESTS + "totaltimems_count", PRODUCE) + RECORDS);
  }

  private static void write(String topic) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = broker.producer(Map.of())) {
      for (int i = 0; i < RECORDS; i++) {
        producer.send(new ProducerRecord<>(topic, CompressingTopic.record())).get();
      }
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static double growth(String figure) {
    return after.value(REQUESTS + figure, PRODUCE) - before.value(REQUESTS + figure, PRODUCE);
  }

  @Test
  void records_that_the_broker_compresses_are_converted() {
    assertEquals(RECORDS, after.value(CONVERTED, "topic", CompressingTopic.NAME));
    assertEquals(RECORDS, after.value(CONVERTED));
    assertEquals(List.of(), after.of(CONVERTED, "topic", PLAIN));
  }

  /** Kafka 4 has one format of records, so it never has to convert any for who reads them. */
  @Test
  void none_is_converted_when_it_is_read() throws Exception {
    new Clients(broker.cluster()).consume(CompressingTopic.NAME, RECORDS);

    assertEquals(0, broker.figures().sum(TOPICS + "fetchmessageconversions_total"));
  }

  @Test
  void conversions_take_milliseconds() {
    assertEquals(0, before.value(REQUESTS + "messageconversionstimems_sum", PRODUCE));
    assertEquals(RECORDS, growth("messageconversionstimems_count"));
    assertBetween(
        RECORDS, growth("localtimems_sum") + RECORDS, growth("messageconversionstimems_sum"));
  }

  @Test
  void conversions_take_memory_for_the_records() {
    assertEquals(0, before.value(REQUESTS + "temporarymemorybytes_sum", PRODUCE));
    assertAbove(RECORDS * CompressingTopic.RECORD_BYTES, growth("temporarymemorybytes_sum"));
  }
}
