package io.brokerscope.config;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Keeps anchors, and so aliases, out of a file that holds secrets: through an alias one could be
 * read as the value of another key, whose errors quote what they found.
 */
final class Anchors {
  private Anchors() {}

  static void refuse(Source source, Node node) throws ConfigException {
    if (node.getAnchor() != null) {
      throw source.error(
          source.at(node.getStartMark()),
          KeyPath.ROOT,
          "found an anchor, expected none in this file; write the value out wherever it is used, in quotes if it"
              + " begins with '&' or '*'");
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        refuse(source, tuple.getKeyNode());
        refuse(source, tuple.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        refuse(source, item);
      }
    }
  }
}
