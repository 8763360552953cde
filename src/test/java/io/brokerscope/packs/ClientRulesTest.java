package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.ConfigException;
import io.brokerscope.config.ConfigReader;
import io.brokerscope.config.RuleConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of rules for clients repeat each other, and must not drift apart. */
class ClientRulesTest {

  /** What a rule says, without where it says it. */
  private record Saying(
      String pattern,
      RuleConfig.Naming naming,
      RuleConfig.ValueConfig value,
      RuleConfig.RuleType type) {

    static Saying of(RuleConfig rule) {
      return new Saying(
          rule.match().pattern().orElseThrow().pattern(), rule.naming(), rule.value(), rule.type());
    }
  }

  @ParameterizedTest(name = "debug rules on: {0}")
  @ValueSource(booleans = {false, true})
  void rules_for_several_kinds_are_those_for_producers_and_for_consumers_and_more(boolean debug)
      throws Exception {
    List<Saying> both = new ArrayList<>(rules("kafka-producer.yml", debug));
    both.addAll(rules("kafka-consumer.yml", debug));
    List<Saying> client = rules("kafka-client.yml", debug);

    assertEquals(both, client.subList(0, both.size()));
    List<Saying> more = client.subList(both.size(), client.size());
    assertTrue(more.size() > 5);
    assertEquals(
        List.of(),
        more.stream()
            .filter(rule -> !rule.pattern().startsWith("^kafka\\.admin\\.client<"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka-producer.yml", "kafka-consumer.yml", "kafka-client.yml"})
  void only_debug_rules_tell_of_topics_partitions_and_brokers(String pack) throws Exception {
    List<Saying> shown = rules(pack, false);

    assertEquals(List.of(), shown.stream().filter(ClientRulesTest::isOfAPart).toList());
    assertTrue(rules(pack, true).stream().filter(ClientRulesTest::isOfAPart).count() > 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka-producer.yml", "kafka-consumer.yml", "kafka-client.yml"})
  void every_rule_has_the_client_as_a_label(String pack) throws Exception {
    assertEquals(
        List.of(),
        rules(pack, true).stream()
            .filter(rule -> !"$1$2".equals(rule.naming().labels().get("clientId")))
            .toList());
  }

  private static boolean isOfAPart(Saying rule) {
    return rule.pattern().matches(".*(topic|partition|node-id)=.*");
  }

  private static List<Saying> rules(String pack, boolean debug) throws ConfigException {
    PackFile shipped = PackFile.of(pack);
    String text = (debug ? shipped.withDebug() : shipped).text();
    return new ConfigReader(true, variable -> null)
        .read(pack, text.getBytes(StandardCharsets.UTF_8)).config().rules().stream()
            .map(Saying::of)
            .toList();
  }
}
