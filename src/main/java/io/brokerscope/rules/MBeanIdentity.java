package io.brokerscope.rules;

import io.brokerscope.exposition.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;

/**
 * An MBean as rules see it: its domain and its key properties in the order in which they were
 * declared, which {@link ObjectName#getCanonicalName()} does not keep. Values keep their quotes.
 */
public final class MBeanIdentity {
  private final String domain;
  private final Map<String, String> properties;
  private final List<Label> attributeLabels;
  private final String head;

  private MBeanIdentity(
      String domain, Map<String, String> properties, List<Label> attributeLabels) {
    this.domain = domain;
    this.properties = Collections.unmodifiableMap(properties);
    this.attributeLabels = List.copyOf(attributeLabels);
    this.head = headOf(domain, properties);
  }

  /** The identity of a registered MBean. */
  public static MBeanIdentity of(ObjectName name) {
    return new MBeanIdentity(
        name.getDomain(), declaredProperties(name.getKeyPropertyListString()), List.of());
  }

  /**
   * The identity of a row of a tabular attribute: an index column becomes a property. If its name
   * is taken, {@code _} is appended until it is free.
   *
   * @param parts what the column holds: suffix of the property's name (empty for a plain column) to
   *     value
   */
  public MBeanIdentity withIndexColumn(String column, Map<String, String> parts) {
    Map<String, String> extended = new LinkedHashMap<>(properties);
    String free = column;
    while (extended.containsKey(free)) {
      free += "_";
    }
    for (Map.Entry<String, String> part : parts.entrySet()) {
      extended.put(free + part.getKey(), part.getValue());
    }
    return new MBeanIdentity(domain, extended, attributeLabels);
  }

  /** The same MBean with labels taken from the values of its own attributes. */
  public MBeanIdentity withAttributeLabels(List<Label> labels) {
    return new MBeanIdentity(domain, properties, labels);
  }

  String domain() {
    return domain;
  }

  Map<String, String> properties() {
    return properties;
  }

  List<Label> attributeLabels() {
    return attributeLabels;
  }

  /** {@code domain<k1=v1, k2=v2>}. */
  String head() {
    return head;
  }

  @Override
  public String toString() {
    return head;
  }

  private static String headOf(String domain, Map<String, String> properties) {
    StringBuilder text = new StringBuilder(64).append(domain).append('<');
    String separator = "";
    for (Map.Entry<String, String> property : properties.entrySet()) {
      text.append(separator).append(property.getKey()).append('=').append(property.getValue());
      separator = ", ";
    }
    return text.append('>').toString();
  }

  /**
   * Splits {@code k1=v1,k2="v,2"} at the commas outside quotes; the ObjectName has checked the
   * rest.
   */
  private static Map<String, String> declaredProperties(String list) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : splitOutsideQuotes(list)) {
      int equals = property.indexOf('=');
      properties.put(property.substring(0, equals), property.substring(equals + 1));
    }
    return properties;
  }

  private static List<String> splitOutsideQuotes(String list) {
    List<String> parts = new ArrayList<>(4);
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }
}
