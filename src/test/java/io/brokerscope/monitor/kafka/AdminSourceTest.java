package io.brokerscope.monitor.kafka;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.brokerscope.config.MonitorConfig.Clients;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminSourceTest {

  /** Whatever Kafka takes; a client is made without a broker. */
  @ParameterizedTest
  @CsvSource({
    "client.id, mine",
    "request.timeout.ms, 30000",
    "request.timeout.ms, 100",
    "default.api.timeout.ms, 60000"
  })
  void aClientCanBeMadeWith(String key, String value) {
    Map<String, String> kafka = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1"));
    kafka.put(key, value);
    ClientSettings settings = new ClientSettings(new Clients(kafka, Map.of(), Map.of(), Map.of()));

    try (AdminSource source = new AdminSource(settings, "test", Duration.ofSeconds(10))) {
      assertNotNull(source.get());
    }
  }
}
