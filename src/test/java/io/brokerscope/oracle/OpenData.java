package io.brokerscope.oracle;

import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Makes composite and tabular values whose types follow from what they hold. */
final class OpenData {
  private static final List<SimpleType<?>> SIMPLE_TYPES =
      List.of(
          SimpleType.BOOLEAN,
          SimpleType.INTEGER,
          SimpleType.LONG,
          SimpleType.DOUBLE,
          SimpleType.STRING,
          SimpleType.BIGDECIMAL,
          SimpleType.DATE);

  private OpenData() {}

  /** A composite whose type has a description that differs from its name. */
  static CompositeData composite(Map<String, ?> items) {
    String[] keys = items.keySet().toArray(String[]::new);
    OpenType<?>[] types = new OpenType<?>[keys.length];
    Object[] values = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = items.get(keys[i]);
      types[i] = typeOf(values[i]);
    }
    try {
      CompositeType type = new CompositeType("Parts", "What it is made of", keys, keys, types);
      return new CompositeDataSupport(type, keys, values);
    } catch (OpenDataException badFixture) {
      throw new IllegalArgumentException(badFixture);
    }
  }

  /**
   * A table of rows of one shape.
   *
   * @param rows at least one, each with the same keys and types
   */
  static TabularData table(List<String> indexColumns, List<CompositeData> rows) {
    try {
      CompositeType rowType = rows.get(0).getCompositeType();
      TabularType type =
          new TabularType("Table", "All of it", rowType, indexColumns.toArray(String[]::new));
      TabularData table = new TabularDataSupport(type);
      rows.forEach(table::put);
      return table;
    } catch (OpenDataException badFixture) {
      throw new IllegalArgumentException(badFixture);
    }
  }

  private static OpenType<?> typeOf(Object value) {
    if (value instanceof CompositeData composite) {
      return composite.getCompositeType();
    }
    if (value instanceof TabularData table) {
      return table.getTabularType();
    }
    return SIMPLE_TYPES.stream()
        .filter(type -> value == null ? type.equals(SimpleType.STRING) : type.isValue(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no simple type for " + value));
  }
}
