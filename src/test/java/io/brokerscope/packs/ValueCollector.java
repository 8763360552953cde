package io.brokerscope.packs;

import io.brokerscope.rules.Leaf;
import io.brokerscope.rules.MBeanIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * Takes values apart as the rule language says: keys of composite data become the path, index
 * columns of tabular data become properties.
 */
final class ValueCollector {
  private final ObjectName bean;
  private final List<LiveValue> values = new ArrayList<>();

  ValueCollector(ObjectName bean) {
    this.bean = bean;
  }

  List<LiveValue> values() {
    return values;
  }

  void collect(MBeanIdentity identity, List<String> path, String name, Object value) {
    if (value instanceof CompositeData data) {
      for (String key : data.getCompositeType().keySet()) {
        collect(identity, plus(path, name), key, data.get(key));
      }
    } else if (value instanceof TabularData data) {
      for (Object row : data.values()) {
        collectRow(identity, plus(path, name), (CompositeData) row, data);
      }
    } else if (isNumberOrText(value)) {
      Leaf leaf = new Leaf(identity, path, name, null);
      values.add(new LiveValue(bean, plus(path, name), leaf, value));
    }
  }

  private static boolean isNumberOrText(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof String
        || value instanceof Enum<?>;
  }

  private void collectRow(
      MBeanIdentity identity, List<String> path, CompositeData row, TabularData table) {
    List<String> indexColumns = table.getTabularType().getIndexNames();
    MBeanIdentity rowIdentity = identity;
    for (String column : indexColumns) {
      rowIdentity = rowIdentity.withIndexColumn(column, indexParts(row.get(column)));
    }
    for (String column : row.getCompositeType().keySet()) {
      if (column.equalsIgnoreCase("value")) {
        List<String> above = path.subList(0, path.size() - 1);
        collect(rowIdentity, above, path.get(path.size() - 1), row.get(column));
      } else if (!indexColumns.contains(column)) {
        collect(rowIdentity, path, column, row.get(column));
      }
    }
  }

  private static Map<String, String> indexParts(Object index) {
    Map<String, String> parts = new TreeMap<>();
    if (index instanceof CompositeData composite) {
      for (String key : composite.getCompositeType().keySet()) {
        parts.put('_' + key, String.valueOf(composite.get(key)));
      }
    } else if (index != null) {
      parts.put("", index.toString());
    }
    return parts;
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
