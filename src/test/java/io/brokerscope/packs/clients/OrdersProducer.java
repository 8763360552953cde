package io.brokerscope.packs.clients;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes compressed batches to a topic, some records each second, all at once. */
final class OrdersProducer implements SteadyClient {
  private static final int RECORDS_A_TURN = 50;
  private static final int TURN_MILLIS = 1_000;

  /** Less than a turn, so that all its records are sent before flush() asks for it. */
  private static final int BEFORE_FLUSH_MILLIS = 100;

  private static final int RANDOM_BYTES = 50;
  private static final String EVERY_RECORD = "an order like many others, ".repeat(4);

  private final Settings settings;
  private final Random random = new Random();

  OrdersProducer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    Map<String, Object> config =
        settings.of(
            ClientNames.ORDERS_PRODUCER, Map.of("compression.type", "gzip", "linger.ms", "20"));
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      while (true) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < RECORDS_A_TURN; i++) {
          sent.add(producer.send(new ProducerRecord<>(ClientNames.ORDERS, order())));
        }
        Thread.sleep(BEFORE_FLUSH_MILLIS);
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
          record.get();
        }
        Thread.sleep(TURN_MILLIS - BEFORE_FLUSH_MILLIS);
      }
    }
  }

  /** Half of it compresses well. */
  private String order() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return EVERY_RECORD + HexFormat.of().formatHex(bytes);
  }
}
