package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.List;

/** The nodes a reader hands values to. */
final class AttributeNodes {
  private final AttributeNode[] nodes;

  AttributeNodes(List<AttributeNode> nodes) {
    this.nodes = nodes.toArray(AttributeNode[]::new);
  }

  int size() {
    return nodes.length;
  }

  AttributeNode get(int i) {
    return nodes[i];
  }

  void clear(PlanContext plan) {
    for (AttributeNode node : nodes) {
      node.clear(plan);
    }
  }

  void release(PlanContext plan) {
    for (AttributeNode node : nodes) {
      node.releaseAll(plan);
    }
  }

  boolean feeds(FamilyChoice choice) {
    for (AttributeNode node : nodes) {
      if (node.feeds(choice)) {
        return true;
      }
    }
    return false;
  }
}
