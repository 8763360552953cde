package io.brokerscope.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a map of settings for Kafka's clients, passwords among them. Its errors say where, and show
 * neither values nor keys: after a comma in a password without quotes its rest is a key.
 */
final class ClientSettingsReader {
  /** What a scalar without a tag can be; the text is taken as it is written. */
  private static final Set<Tag> UNTAGGED =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP);

  private final Value mapping;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private ClientSettingsReader(Value mapping) {
    this.mapping = mapping;
  }

  /** The settings below a key, empty if it is absent or has no value. */
  static Map<String, String> read(Section top, String key) throws ConfigException {
    Optional<Value> value = top.findNonNull(key);
    return value.isPresent() ? new ClientSettingsReader(value.get()).read() : Map.of();
  }

  private Map<String, String> read() throws ConfigException {
    if (!(mapping.node() instanceof MappingNode node) || !node.getTag().equals(Tag.MAP)) {
      throw error(
          mapping.node(),
          String.format(
              "found %s, expected a mapping; write 'key: value' lines, indented alike",
              kind(mapping.node())));
    }
    for (NodeTuple tuple : node.getValue()) {
      add(tuple.getKeyNode(), tuple.getValueNode());
    }
    return settings;
  }

  private void add(Node keyNode, Node valueNode) throws ConfigException {
    if (!(keyNode instanceof ScalarNode key) || !key.getTag().equals(Tag.STR)) {
      throw error(keyNode, "found a key that is no text, expected a setting's name; check quotes");
    }
    Integer earlierLine =
        lines.putIfAbsent(key.getValue(), mapping.source().at(key.getStartMark()).line());
    if (earlierLine != null) {
      throw error(
          key,
          String.format(
              "found a key a second time, expected it once; remove it here or in line %d",
              earlierLine));
    }
    settings.put(key.getValue(), text(valueNode));
  }

  private String text(Node node) throws ConfigException {
    if (!(node instanceof ScalarNode scalar) || !UNTAGGED.contains(node.getTag())) {
      throw error(
          node,
          String.format(
              "found %s, expected a text, a number or a boolean; write it on one line, in quotes if it is empty or"
                  + " has special characters",
              kind(node)));
    }
    return new Value(mapping.source(), mapping.path(), node).expanded(scalar.getValue());
  }

  private ConfigException error(Node node, String problem) {
    return mapping
        .source()
        .error(mapping.source().at(node.getStartMark()), mapping.path(), problem);
  }

  private static String kind(Node node) {
    if (node.getTag().equals(Tag.NULL)) {
      return "nothing";
    }
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return UNTAGGED.contains(node.getTag()) ? "a text" : "a text with a tag";
  }
}
