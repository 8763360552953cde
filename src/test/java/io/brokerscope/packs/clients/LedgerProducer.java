package io.brokerscope.packs.clients;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes in transactions, and takes back every other one. */
final class LedgerProducer implements SteadyClient {
  private static final int TURN_MILLIS = 1_000;

  private final Settings settings;

  LedgerProducer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    Map<String, Object> config =
        settings.of(
            ClientNames.LEDGER_PRODUCER, Map.of("transactional.id", settings.own("ledger")));
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      while (true) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(ClientNames.LEDGER, "kept")).get();
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(ClientNames.LEDGER, "taken back")).get();
        producer.abortTransaction();
        Thread.sleep(TURN_MILLIS);
      }
    }
  }
}
