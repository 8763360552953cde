package io.brokerscope.rules;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import java.nio.charset.StandardCharsets;

/** Compiles the rules of a configuration's text, for this package's tests and the scrape's. */
public final class YamlRules {
  private YamlRules() {}

  public static RuleSet compile(String yaml) {
    try {
      return RuleSet.compile(
          new ConfigReader(false, variable -> null)
              .read("test.yml", yaml.getBytes(StandardCharsets.UTF_8))
              .config());
    } catch (ConfigException bad) {
      throw new AssertionError("the test's own configuration is wrong", bad);
    }
  }
}
