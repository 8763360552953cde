package io.brokerscope.packs.clients;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes orders and payments at a pace that swings, and for a part of each minute much faster. */
final class ShopWriter implements SteadyClient {
  private static final int TURN_MILLIS = 100;
  private static final int CALM_RECORDS_A_TURN = 15;
  private static final int SWING_RECORDS_A_TURN = 6;
  private static final long SWING_MILLIS = 20_000;
  private static final int BURST_RECORDS_A_TURN = 60;
  private static final long BURST_EVERY_MILLIS = 60_000;
  private static final long BURST_MILLIS = 15_000;

  /** Every third order is paid at once. */
  private static final int ORDERS_A_PAYMENT = 3;

  private static final int RANDOM_BYTES = 50;
  private static final String EVERY_RECORD = "an order like many others, ".repeat(8);

  private final Settings settings;
  private final Random random = new Random();
  private final long startNanos = System.nanoTime();

  ShopWriter(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    Map<String, Object> config =
        settings.of(ShopNames.WRITER, Map.of("compression.type", "gzip", "linger.ms", "10"));
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      while (true) {
        int records = recordsNow((System.nanoTime() - startNanos) / 1_000_000);
        for (int i = 0; i < records; i++) {
          send(producer, i);
        }
        Thread.sleep(TURN_MILLIS);
      }
    }
  }

  private static int recordsNow(long millis) {
    if (millis % BURST_EVERY_MILLIS >= BURST_EVERY_MILLIS - BURST_MILLIS) {
      return BURST_RECORDS_A_TURN;
    }
    double swing = Math.sin(2 * Math.PI * millis / SWING_MILLIS);
    return (int) (CALM_RECORDS_A_TURN + SWING_RECORDS_A_TURN * swing);
  }

  private void send(Producer<String, String> producer, int number) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String order = EVERY_RECORD + HexFormat.of().formatHex(bytes);
    String customer = Integer.toString(random.nextInt(1_000));
    write(producer, new ProducerRecord<>(ShopNames.ORDERS, customer, order));
    if (number % ORDERS_A_PAYMENT == 0) {
      write(producer, new ProducerRecord<>(ShopNames.PAYMENTS, customer, order));
    }
  }

  /** What the brokers do not take is lost: an incident must not end the program. */
  private static void write(
      Producer<String, String> producer, ProducerRecord<String, String> sent) {
    Future<RecordMetadata> unused = producer.send(sent);
  }
}
