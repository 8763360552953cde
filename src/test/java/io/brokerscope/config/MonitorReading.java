package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads texts as the monitor's file {@code m.yml}, with a small environment. */
final class MonitorReading {
  /** The least that a file has. */
  static final String LEAST = "kafka: {bootstrap.servers: 'a:1'}\n";

  private static final Map<String, String> ENVIRONMENT =
      Map.of("ZONE", "eu-1", "EMPTY", "", "PASSWORD", "$ecret ${ZONE}", "HOSTNAME", "host-7");

  private MonitorReading() {}

  static MonitorConfig load(String yaml) throws ConfigException {
    return new MonitorConfigReader(ENVIRONMENT::get)
        .read("m.yml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that has these lines too. */
  static MonitorConfig loadWith(String yaml) throws ConfigException {
    return load(LEAST + yaml);
  }

  static ConfigException failure(String yaml) {
    return assertThrows(ConfigException.class, () -> load(yaml));
  }

  static String error(String yaml) {
    return failure(yaml).getMessage();
  }
}
