package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/** A composite attribute: one node a key. */
final class CompositeSink implements Sink {
  private final Map<String, AttributeNode> children = new LinkedHashMap<>();

  @Override
  public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
    if (!(value instanceof AttributeValue.Composite composite)) {
      return false;
    }
    CompositeData data = composite.data();
    for (String key : data.getCompositeType().keySet()) {
      AttributeNode child =
          children.computeIfAbsent(
              key, k -> node.child(k, data.getCompositeType().getDescription()));
      child.accept(data.get(key), plan);
    }
    if (children.size() > data.getCompositeType().keySet().size()) {
      children
          .entrySet()
          .removeIf(e -> !data.containsKey(e.getKey()) && e.getValue().releaseAll(plan));
    }
    return true;
  }

  @Override
  public void clear(PlanContext plan) {
    children.values().forEach(child -> child.clear(plan));
  }

  @Override
  public void release(PlanContext plan) {
    children.values().forEach(child -> child.releaseAll(plan));
    children.clear();
  }

  @Override
  public boolean feeds(FamilyChoice choice) {
    return children.values().stream().anyMatch(child -> child.feeds(choice));
  }
}
