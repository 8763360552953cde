package io.brokerscope.config;

import java.util.Date;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Says in a message what stands in the file, in the words of somebody who wrote YAML, not Java. */
final class Found {
  private Found() {}

  static String describe(Value value) {
    Node node = value.node();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return "nothing";
    }
    if (tag.equals(Tag.MAP)) {
      return "a mapping";
    }
    if (tag.equals(Tag.SEQ)) {
      return "a list";
    }
    if (!(node instanceof ScalarNode scalar)) {
      return "a collection tagged " + Quoted.text(tag.getValue());
    }
    String text = Quoted.text(scalar.getValue());
    return value.scalar().map(Found::kind).orElse("a value tagged " + tagName(tag)) + " " + text;
  }

  private static String kind(Object scalar) {
    if (scalar instanceof String) {
      return "the string";
    }
    if (scalar instanceof Boolean) {
      return "the boolean";
    }
    if (scalar instanceof Date) {
      return "the date";
    }
    return scalar instanceof Double ? "the number" : "the integer";
  }

  /** {@code !!int} for the standard tags, as one writes them. */
  private static String tagName(Tag tag) {
    String name = tag.getValue();
    return Quoted.text(
        name.startsWith(Tag.PREFIX) ? "!!" + name.substring(Tag.PREFIX.length()) : name);
  }
}
