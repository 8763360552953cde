package io.brokerscope.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whatever the monitor's file holds, it loads, or it is refused in one line without secrets. */
class MonitorConfigFuzzTest {
  private static final long SEED = 20261125;
  private static final int FILES = 8_000;
  private static final String SECRET = "geheim";
  private static final Set<String> CLIENTS = Set.of("kafka", "admin", "producer", "consumer");

  private final BrokenTexts texts =
      new BrokenTexts(
          SEED,
          List.of(
              "kafka",
              "admin",
              "bootstrap.servers",
              "listen",
              "collect",
              "intervalSeconds",
              "topics",
              "include",
              "states",
              "lag",
              "granularity",
              "canary",
              "instance",
              SECRET));

  private int loaded;
  private int refusedWithSecret;

  @Test
  void aBrokenFileLoadsOrIsRefusedInOneLineWithoutSecrets() {
    String valid = Fixture.text("monitor-every-key.yml");
    for (int i = 0; i < FILES; i++) {
      load(texts.broken(valid));
    }
    assertTrue(loaded > FILES / 100, "only " + loaded + " files loaded: too broken to test much");
    assertTrue(
        refusedWithSecret > FILES / 3, "only " + refusedWithSecret + " refused files had a secret");
  }

  @Test
  void aHeapOfWordsLoadsOrIsRefusedInOneLineWithoutSecrets() {
    for (int i = 0; i < FILES; i++) {
      load("kafka: {bootstrap.servers: a, p: " + texts.heap());
    }
    assertTrue(
        refusedWithSecret > FILES / 10,
        "only " + refusedWithSecret + " refused files had a secret");
  }

  private void load(String yaml) {
    try {
      MonitorReading.load(yaml);
      loaded++;
    } catch (ConfigException e) {
      BrokenTexts.assertOneLine(e.getMessage(), yaml);
      if (yaml.contains(SECRET) && !isPublic(yaml)) {
        assertFalse(e.getMessage().contains(SECRET), () -> e.getMessage() + " for:\n" + yaml);
        refusedWithSecret++;
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("not a ConfigException, for:\n" + yaml, e);
    }
  }

  /** Whether the word stands outside the settings of clients, where an error may show it. */
  private static boolean isPublic(String yaml) {
    Node root;
    try {
      root = new Yaml().compose(new StringReader(yaml));
    } catch (RuntimeException e) {
      return false; // Of broken YAML nothing may be shown.
    }
    if (!(root instanceof MappingNode mapping)) {
      return root != null;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      boolean ofClients =
          tuple.getKeyNode() instanceof ScalarNode key && CLIENTS.contains(key.getValue());
      if (shows(tuple.getKeyNode()) || (!ofClients && shows(tuple.getValueNode()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean shows(Node node) {
    if (node.getAnchor() != null) {
      return false; // It is refused for that, and may hold itself.
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .anyMatch(tuple -> shows(tuple.getKeyNode()) || shows(tuple.getValueNode()));
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().anyMatch(MonitorConfigFuzzTest::shows);
    }
    return ((ScalarNode) node).getValue().contains(SECRET)
        || node.getTag().getValue().contains(SECRET);
  }
}
