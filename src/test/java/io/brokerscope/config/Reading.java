package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads texts as the file {@code f.yml}, with a small environment. */
final class Reading {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("ZONE", "eu-1", "EMPTY", "", "PRICE", "5$1\\", "DOMAINS", "kafka|java");

  private Reading() {}

  static LoadedConfig load(String yaml) throws ConfigException {
    return load(yaml, false);
  }

  static LoadedConfig loadStrictly(String yaml) throws ConfigException {
    return load(yaml, true);
  }

  private static LoadedConfig load(String yaml, boolean strict) throws ConfigException {
    return new ConfigReader(strict, ENVIRONMENT::get)
        .read("f.yml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** The configuration of a text that gives no warning. */
  static ExporterConfig config(String yaml) throws ConfigException {
    LoadedConfig loaded = load(yaml);
    assertEquals(List.of(), loaded.warnings());
    return loaded.config();
  }

  /** The only rule of a text that holds nothing else. */
  static RuleConfig rule(String... lines) throws ConfigException {
    List<RuleConfig> rules = config("rules:\n- " + String.join("\n  ", lines) + "\n").rules();
    assertEquals(1, rules.size());
    return rules.get(0);
  }

  static String error(String yaml) {
    return assertThrows(ConfigException.class, () -> load(yaml)).getMessage();
  }
}
