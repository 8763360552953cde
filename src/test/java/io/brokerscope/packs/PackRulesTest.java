package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.LoadedConfig;
import io.brokerscope.config.RuleConfig;
import io.brokerscope.config.RuleConfig.RuleType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of the shipped rules, as they are and with debug switched on. */
@ParameterizedClass(name = "{0}")
@MethodSource("packs")
class PackRulesTest {

  /** Only escaped dots, so that no other domain than the one meant can match. */
  private static final String ONE_DOMAIN = "\\^(?:[^<.\\\\]|\\\\\\.)+<(?:type=|name=.+, type=).+";

  /** A group, or the key property whose value the next group takes. */
  private static final Pattern GROUP_OR_KEY = Pattern.compile("((?<!\\\\)\\((?!\\?))|([\\w-]+)=");

  private static final Pattern REFERENCE = Pattern.compile("\\$(\\d+)");

  @Parameter PackFile pack;

  private LoadedConfig loaded;

  static Stream<PackFile> packs() throws IOException {
    return PackFile.all().stream()
        .flatMap(
            pack -> pack.hasDebugRules() ? Stream.of(pack, pack.withDebug()) : Stream.of(pack));
  }

  @BeforeEach
  void load() throws Exception {
    loaded = load(pack);
  }

  private static LoadedConfig load(PackFile pack) throws Exception {
    return new ConfigReader(true, variable -> null)
        .read(pack.toString(), pack.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_file_loads_without_a_warning() {
    assertEquals(List.of(), loaded.warnings());
  }

  @Test
  void debug_adds_rules_and_takes_none_away() throws Exception {
    List<String> withoutDebug =
        load(PackFile.of(pack.name())).config().rules().stream()
            .map(PackRulesTest::pattern)
            .toList();
    List<String> patterns = rules().stream().map(PackRulesTest::pattern).toList();

    assertTrue(patterns.containsAll(withoutDebug));
    assertEquals(pack.debug(), patterns.size() > withoutDebug.size());
  }

  @Test
  void every_pattern_starts_at_one_domain_and_type() {
    assertNone(rule -> !pattern(rule).matches(ONE_DOMAIN));
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
    assertNone(rule -> isCalledTotal(rule) != (rule.type() == RuleType.COUNTER));
  }

  /** By its own word, or by the attribute that its name ends with. */
  private static boolean isCalledTotal(RuleConfig rule) {
    String name = name(rule);
    return name.endsWith("_total")
        || (name.matches(".*\\$\\d+") && pattern(rule).endsWith("-total)"));
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

  @Test
  void no_name_has_in_it_what_a_label_is_for() {
    assertNone(
        rule -> {
          Map<Integer, String> keys = keysOfGroups(pattern(rule));
          return REFERENCE
              .matcher(name(rule))
              .results()
              .map(reference -> keys.get(Integer.parseInt(reference.group(1))))
              .anyMatch(key -> !List.of("type", "name", "").contains(key));
        });
  }

  /** By number of the group, the key property whose value it takes; empty after all of them. */
  private static Map<Integer, String> keysOfGroups(String pattern) {
    Map<Integer, String> keys = new HashMap<>();
    int attribute = pattern.indexOf("><");
    String key = "";
    for (MatchResult found : GROUP_OR_KEY.matcher(pattern).results().toList()) {
      if (found.group().endsWith("=")) {
        key = found.group(2);
      } else {
        keys.put(keys.size() + 1, found.start() > attribute ? "" : key);
      }
    }
    return keys;
  }

  private void assertNone(Predicate<RuleConfig> wrong) {
    assertEquals(List.of(), rules().stream().filter(wrong).map(PackRulesTest::pattern).toList());
  }

  private List<RuleConfig> rules() {
    return loaded.config().rules();
  }

  private static String name(RuleConfig rule) {
    return rule.naming().name().orElseThrow();
  }

  private static String pattern(RuleConfig rule) {
    return rule.match().pattern().orElseThrow().pattern();
  }
}
