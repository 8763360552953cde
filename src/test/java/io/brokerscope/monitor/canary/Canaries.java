package io.brokerscope.monitor.canary;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import io.brokerscope.config.MonitorConfig.Clients;
import io.brokerscope.monitor.TestConfig;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Secrets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts canaries that are faster than the defaults. */
final class Canaries {
  static final String TOPIC = "__kafka_canary";

  private final Map<String, String> settings;
  private final List<String> log = new CopyOnWriteArrayList<>();

  Canaries(String bootstrapServers) {
    this(Map.of("bootstrap.servers", bootstrapServers));
  }

  /**
   * @param settings of all clients
   */
  Canaries(Map<String, String> settings) {
    this.settings = settings;
  }

  /** One that leaves replicas where they are. */
  Canary start(String instance) {
    return start(instance, false);
  }

  /**
   * @param reassign whether replicas on brokers that are gone may be moved
   */
  Canary start(String instance, boolean reassign) {
    Clients clients = new Clients(settings, Map.of(), Map.of(), Map.of());
    return Canary.start(
        new MonitorConfig.Canary(
            new CanaryTopic(TOPIC, 3, true, reassign), TestConfig.CANARY_PACE, instance),
        new ClientSettings(clients),
        new Errors(Secrets.of(clients), log::add));
  }

  /** What the canaries logged. */
  List<String> log() {
    return log;
  }
}
