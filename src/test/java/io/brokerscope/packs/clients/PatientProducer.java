package io.brokerscope.packs.clients;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one record after the other, and sends each again and again while no answer comes. */
final class PatientProducer implements SteadyClient {
  private static final int TURN_MILLIS = 100;

  private final Settings settings;

  PatientProducer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void work() throws Exception {
    Map<String, Object> config =
        settings.of(
            ClientNames.PATIENT_PRODUCER,
            Map.of("request.timeout.ms", "5000", "delivery.timeout.ms", "300000"));
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      while (true) {
        producer.send(new ProducerRecord<>(ClientNames.LEDGER, new byte[1])).get();
        Thread.sleep(TURN_MILLIS);
      }
    }
  }
}
