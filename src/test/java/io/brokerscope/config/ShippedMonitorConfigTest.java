package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.brokerscope.config.MonitorConfig.Canary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** config/monitor.yml has every key, says what each is for, and shows the defaults. */
class ShippedMonitorConfigTest {
  private static String text;

  @BeforeAll
  static void readFile() throws IOException {
    text = Files.readString(Path.of("config", "monitor.yml"));
  }

  @Test
  void itHasEveryKeyThatIsRead() {
    Map<String, Set<String>> expected = new TreeMap<>();
    MonitorConfigReader.KEYS.forEach(key -> expected.put(key, Set.of()));
    expected.put("kafka", Set.of("bootstrap.servers"));
    expected.put("collect", Set.copyOf(MonitorConfigReader.COLLECT_KEYS));
    expected.put("topics", Set.copyOf(MonitorConfigReader.TOPICS_KEYS));
    expected.put("groups", Set.copyOf(MonitorConfigReader.GROUPS_KEYS));
    expected.put("lag", Set.copyOf(MonitorConfigReader.LAG_KEYS));
    expected.put("canary", Set.copyOf(CanaryReader.KEYS));
    assertEquals(expected, keys());
  }

  private static Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new TreeMap<>();
    Map<?, ?> document = new Yaml().load(text);
    document.forEach(
        (key, value) -> {
          Set<String> below = new TreeSet<>();
          if (value instanceof Map<?, ?> section) {
            section.keySet().forEach(name -> below.add(name.toString()));
          }
          keys.put(key.toString(), below);
        });
    return keys;
  }

  @Test
  void everyKeyBelowASectionHasAComment() {
    List<String> lines = text.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches(" {2}[a-zA-Z.]+:.*")
          && !lines.get(i).strip().startsWith("include")) {
        assertTrue(lines.get(i - 1).strip().startsWith("#"), "no comment above " + lines.get(i));
      }
    }
  }

  @Test
  void itHasTheDefaultsButForTheCanary() throws ConfigException {
    MonitorConfig shipped = MonitorReading.load(text);
    MonitorConfig defaults =
        MonitorReading.load(
            "kafka: {bootstrap.servers: 'localhost:9092'}\ncanary: {enabled: true}\n");
    assertEquals(defaults.clients(), shipped.clients());
    assertEquals(defaults.listen(), shipped.listen());
    assertEquals(defaults.collect(), shipped.collect());
    // Patterns are compared by their text, and have no equality of their own.
    assertEquals(defaults.choice().toString(), shipped.choice().toString());
    assertEquals(defaults.lag(), shipped.lag());
    assertEquals(defaults.canary(), shipped.canary());
  }

  @Test
  void theBrokersComeFromTheEnvironment() throws ConfigException {
    Map<String, String> environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2");
    MonitorConfig config =
        new MonitorConfigReader(environment::get)
            .read("config/monitor.yml", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(Map.of("bootstrap.servers", "a:1,b:2"), config.clients().kafka());
    assertEquals(
        Optional.of("__kafka_canary"), config.canary().map(Canary::topic).map(t -> t.name()));
  }

  @Test
  void itsExamplesOfSecurityAreReadToo() throws ConfigException {
    String example =
        Pattern.compile("^  # (?=[a-z.]+: |  )", Pattern.MULTILINE).matcher(text).replaceAll("  ");
    // The second example has another protocol.
    String first = example.replaceFirst("(?s)  # For a cluster that knows.*?\n\n", "\n");
    Map<String, String> environment = Map.of("KAFKA_PASSWORD", "geheim");
    MonitorConfig config =
        new MonitorConfigReader(environment::get)
            .read("config/monitor.yml", first.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"monitor\""
            + " password=\"geheim\";",
        config.clients().kafka().get("sasl.jaas.config"));
    assertEquals("SASL_SSL", config.clients().kafka().get("security.protocol"));
  }
}
