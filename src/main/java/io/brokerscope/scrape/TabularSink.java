package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.rules.MBeanIdentity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularType;

/**
 * A tabular attribute: rows keyed by their index columns, one node for each of the other columns.
 */
final class TabularSink implements Sink {
  /** A column of this name stands for the row itself, as in a map's view as a table. */
  private static final String VALUE_COLUMN = "value";

  private final Map<List<Object>, Map<String, AttributeNode>> rows = new HashMap<>();

  /** Of the last value; null before the first. */
  private TabularType type;

  @Override
  public boolean take(AttributeValue value, AttributeNode node, PlanContext plan) {
    if (!(value instanceof AttributeValue.Tabular tabular)) {
      return false;
    }
    TabularData data = tabular.data();
    if (!data.getTabularType().equals(type)) {
      release(plan);
      type = data.getTabularType();
    }
    List<String> indexColumns = data.getTabularType().getIndexNames();
    Set<List<Object>> seen = new HashSet<>();
    for (Object row : data.values()) {
      CompositeData columns = (CompositeData) row;
      // Not List.of: an index column may be null.
      List<Object> key = Arrays.asList(data.calculateIndex(columns));
      seen.add(key);
      rows.computeIfAbsent(key, k -> nodesOf(columns, indexColumns, node))
          .forEach((column, child) -> child.accept(columns.get(column), plan));
    }
    rows.entrySet().removeIf(e -> !seen.contains(e.getKey()) && releaseRow(e.getValue(), plan));
    return true;
  }

  private static Map<String, AttributeNode> nodesOf(
      CompositeData row, List<String> indexColumns, AttributeNode node) {
    MBeanIdentity identity = node.identity();
    for (String column : indexColumns) {
      identity = identity.withIndexColumn(column, indexParts(row.get(column)));
    }
    Map<String, AttributeNode> nodes = new LinkedHashMap<>();
    for (String column : row.getCompositeType().keySet()) {
      if (!indexColumns.contains(column)) {
        String description = row.getCompositeType().getDescription();
        nodes.put(
            column,
            column.equalsIgnoreCase(VALUE_COLUMN)
                ? node.rowItself(identity, description)
                : node.rowColumn(identity, column, description));
      }
    }
    return nodes;
  }

  /**
   * A plain index column has one part; a composite one a part for each of its keys that has a
   * value.
   */
  private static Map<String, String> indexParts(Object index) {
    Map<String, String> parts = new LinkedHashMap<>();
    if (index instanceof CompositeData composite) {
      for (String key : composite.getCompositeType().keySet()) {
        if (composite.get(key) != null) {
          parts.put('_' + key, composite.get(key).toString());
        }
      }
    } else if (index != null) {
      parts.put("", index.toString());
    }
    return parts;
  }

  private static boolean releaseRow(Map<String, AttributeNode> row, PlanContext plan) {
    row.values().forEach(child -> child.releaseAll(plan));
    return true;
  }

  @Override
  public void clear(PlanContext plan) {
    rows.values().forEach(row -> row.values().forEach(child -> child.clear(plan)));
  }

  @Override
  public void release(PlanContext plan) {
    rows.values().forEach(row -> releaseRow(row, plan));
    rows.clear();
  }

  /** New rows may turn up, so it is always read. */
  @Override
  public boolean feeds(FamilyChoice choice) {
    return true;
  }
}
