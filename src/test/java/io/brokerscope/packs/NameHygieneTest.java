package io.brokerscope.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.brokerscope.config.ConfigReader;
import io.brokerscope.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The faults of rules that real files have had are found. */
class NameHygieneTest {
  private static final String QUOTA = "kafka.server:type=Produce,client-id=web-shop";

  @Test
  void a_client_id_in_a_metric_s_name() throws Exception {
    NameHygiene greedy =
        hygiene(
            """
            rules:
            - pattern: kafka.server<type=(.+)><>([a-z-]+)
              name: kafka_server_$1_$2
            """,
            QUOTA);

    assertEquals(
        Set.of("kafka_server_Produce_client_id_web_shop_byte_rate of " + QUOTA),
        greedy.namesThatDependOnInstances());
  }

  @Test
  void a_client_id_that_is_no_label() throws Exception {
    NameHygiene forgetful =
        hygiene(
            """
            rules:
            - pattern: ^kafka\\.server<type=(\\w+), client-id=.+><>([a-z-]+)
              name: kafka_server_$1_$2
            """,
            QUOTA,
            "kafka.server:type=Produce,client-id=other");

    assertEquals(Set.of(), forgetful.namesThatDependOnInstances());
    assertEquals(
        Set.of(
            "kafka_server_Produce_byte_rate lacks client-id of kafka.server:type=Produce,client-id=* byte-rate"),
        forgetful.seriesThatLoseAProperty());
    assertEquals(1, forgetful.duplicates().size());
  }

  @Test
  void a_good_rule_is_praised() throws Exception {
    NameHygiene good =
        hygiene(
            """
            rules:
            - pattern: ^kafka\\.server<type=(\\w+), client-id=("[^"]+"|[^,>]+)><>([a-z-]+)
              name: kafka_server_$1_$3
              labels:
                client: $2
            """,
            QUOTA,
            "kafka.server:type=Produce,client-id=\"a,b\"");

    assertEquals(Set.of(), good.namesThatDependOnInstances());
    assertEquals(Set.of(), good.seriesThatLoseAProperty());
    assertEquals(List.of(), good.duplicates());
  }

  private static NameHygiene hygiene(String yaml, String... beans) throws Exception {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    RuleSet rules =
        RuleSet.compile(new ConfigReader(true, name -> null).read("test.yml", bytes).config());
    List<LiveMBean> read = new ArrayList<>();
    for (String bean : beans) {
      read.add(new LiveMBean(new ObjectName(bean), "KafkaMbean", Map.of("byte-rate", 1.0)));
    }
    return new NameHygiene(rules, new MBeanReading(read));
  }
}
