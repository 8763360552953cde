package io.brokerscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.LoadedConfig;
import io.brokerscope.config.RuleConfig;
import io.brokerscope.config.RuleConfig.RuleType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The conventions of the shipped rules for brokers. */
class BrokerRulesTest {

  private static LoadedConfig loaded;

  @BeforeAll
  static void load() throws Exception {
    Path file = Path.of("config", "kafka-broker.yml");
    loaded =
        new ConfigReader(true, variable -> null).read(file.toString(), Files.readAllBytes(file));
  }

  @Test
  void the_file_loads_without_a_warning() {
    assertEquals(List.of(), loaded.warnings());
  }

  @Test
  void every_pattern_starts_at_one_domain_and_type() {
    assertNone(rule -> !pattern(rule).matches("\\^kafka\\\\\\.[^<]+<type=.+"));
  }

  @Test
  void every_rule_says_its_type() {
    assertNone(rule -> rule.type() == RuleType.UNKNOWN);
  }

  @Test
  void every_help_is_one_sentence() {
    assertNone(rule -> !rule.naming().help().orElse("").matches("[^\\n]+\\."));
  }

  @Test
  void counters_and_only_they_are_called_total() {
    assertNone(
        rule ->
            rule.naming().name().orElseThrow().endsWith("_total")
                != (rule.type() == RuleType.COUNTER));
  }

  @Test
  void a_summary_is_found_by_its_count() {
    assertNone(rule -> rule.type() == RuleType.SUMMARY && !pattern(rule).endsWith("><>Count"));
  }

  @Test
  void no_pattern_comes_twice() {
    Map<String, Integer> uses = new HashMap<>();
    rules().forEach(rule -> uses.merge(pattern(rule), 1, Integer::sum));

    assertNone(rule -> uses.get(pattern(rule)) > 1);
  }

  private static void assertNone(Predicate<RuleConfig> wrong) {
    assertEquals(List.of(), rules().stream().filter(wrong).map(BrokerRulesTest::pattern).toList());
  }

  private static List<RuleConfig> rules() {
    return loaded.config().rules();
  }

  private static String pattern(RuleConfig rule) {
    return rule.match().pattern().orElseThrow().pattern();
  }
}
