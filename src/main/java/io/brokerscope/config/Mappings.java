package io.brokerscope.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Looks into mappings: own keys, then what {@code <<} merges in (YAML 1.1 merge keys). An own key
 * wins over a merged one, an earlier merged mapping over a later one; an own key twice is an error.
 */
final class Mappings {
  /** A key and its value. */
  record Entry(ScalarNode key, Node value) {}

  private Mappings() {}

  /** The entries by their key's text, own keys first, in file order. */
  static Map<String, Entry> entries(Source source, KeyPath path, MappingNode mapping)
      throws ConfigException {
    Map<String, Entry> known = source.entries().get(mapping);
    if (known != null) {
      return known;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    // Before it is filled: a mapping that merges itself then adds nothing, and one that many merge
    // is read once.
    source.entries().put(mapping, entries);
    for (NodeTuple tuple : mapping.getValue()) {
      if (!tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        addOwn(source, path, entries, tuple);
      }
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(new Value(source, path.key("<<"), tuple.getValueNode()), entries);
      }
    }
    return entries;
  }

  private static void addOwn(
      Source source, KeyPath path, Map<String, Entry> entries, NodeTuple tuple)
      throws ConfigException {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      throw source.error(
          source.at(tuple.getKeyNode().getStartMark()),
          path,
          "found a list or a mapping as a key, expected a string; check for a stray '?', '[' or '{'");
    }
    Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()));
    if (earlier != null) {
      throw source.error(
          source.at(key.getStartMark()),
          path.key(key.getValue()),
          String.format(
              "found the key a second time, expected it once; remove it here or in line %d",
              earlier.key().getStartMark().getLine() + 1));
    }
  }

  private static void merge(Value merged, Map<String, Entry> entries) throws ConfigException {
    List<Value> parts = merged.node() instanceof SequenceNode ? merged.items() : List.of(merged);
    for (Value part : parts) {
      if (!(part.node() instanceof MappingNode mapping)) {
        throw part.error("a mapping to merge", "refer to one by its anchor, as in '<<: *name'");
      }
      // A copy, as a mapping that merges itself would be changed while it is read.
      new LinkedHashMap<>(entries(part.source(), part.path(), mapping))
          .forEach(entries::putIfAbsent);
    }
  }
}
