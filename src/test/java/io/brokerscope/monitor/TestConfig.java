package io.brokerscope.monitor;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.config.MonitorConfig.Canary;
import io.brokerscope.config.MonitorConfig.CanaryPace;
import io.brokerscope.config.MonitorConfig.CanaryTopic;
import io.brokerscope.config.MonitorConfig.Choice;
import io.brokerscope.config.MonitorConfig.Clients;
import io.brokerscope.config.MonitorConfig.Collect;
import io.brokerscope.config.MonitorConfig.Granularity;
import io.brokerscope.config.MonitorConfig.Lag;
import io.brokerscope.config.MonitorConfig.NameChoice;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Configurations of a monitor that looks every second, on a free port of loopback. */
public final class TestConfig {
  static final String CANARY_TOPIC = "__kafka_canary";

  /** Faster than the defaults. */
  public static final CanaryPace CANARY_PACE =
      new CanaryPace(
          Duration.ofMillis(250),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3));

  private static final NameChoice ALL = new NameChoice(Pattern.compile(".*"), Optional.empty());

  private TestConfig() {}

  public static MonitorConfig of(String bootstrapServers) {
    return of(Map.of("bootstrap.servers", bootstrapServers));
  }

  static MonitorConfig of(Map<String, String> kafka) {
    return new MonitorConfig(
        new Clients(new HashMap<>(kafka), Map.of(), Map.of(), Map.of()),
        InetSocketAddress.createUnresolved("127.0.0.1", 0),
        new Collect(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            10,
            Duration.ofHours(1)),
        new Choice(ALL, ALL, Set.of(), Duration.ZERO),
        new Lag(Granularity.PARTITION, 0, true, 10, 0),
        Optional.empty());
  }

  static MonitorConfig with(MonitorConfig config, Choice choice) {
    return new MonitorConfig(
        config.clients(), config.listen(), config.collect(), choice, config.lag(), config.canary());
  }

  static MonitorConfig with(MonitorConfig config, Lag lag) {
    return new MonitorConfig(
        config.clients(), config.listen(), config.collect(), config.choice(), lag, config.canary());
  }

  static MonitorConfig withCanary(MonitorConfig config) {
    Canary canary = new Canary(new CanaryTopic(CANARY_TOPIC, 3, true, false), CANARY_PACE, "it");
    return new MonitorConfig(
        config.clients(),
        config.listen(),
        config.collect(),
        config.choice(),
        config.lag(),
        Optional.of(canary));
  }

  static NameChoice names(String include) {
    return new NameChoice(Pattern.compile(include), Optional.empty());
  }
}
