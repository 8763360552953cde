package io.brokerscope.packs;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Tells what belongs to the kind of an MBean from what says which one of its kind it is, such as a
 * topic or a client: properties other than {@code type} and {@code name}. The JVM's own MBeans have
 * names of garbage collectors and the like, so there {@code name} says which one too.
 */
final class MBeanKind {
  private static final Set<String> ALWAYS_OF_THE_KIND = Set.of("type", "name");

  private MBeanKind() {}

  /** The ObjectName with {@code *} for what differs between MBeans of the kind. */
  static String of(ObjectName name) {
    Map<String, String> properties = new TreeMap<>(name.getKeyPropertyList());
    StringJoiner text = new StringJoiner(",", name.getDomain() + ':', "");
    for (String first : new String[] {"type", "name"}) {
      String value = properties.remove(first);
      if (value != null) {
        text.add(first + '=' + (isOfTheKind(name, first) ? value : "*"));
      }
    }
    properties.keySet().forEach(key -> text.add(key + "=*"));
    return text.toString();
  }

  /** The properties that say which one of its kind an MBean is. */
  static Map<String, String> instanceProperties(ObjectName name) {
    Map<String, String> properties = new TreeMap<>(name.getKeyPropertyList());
    properties.keySet().removeIf(key -> isOfTheKind(name, key));
    return properties;
  }

  /**
   * Another MBean of the same kind, whose topic, client and so on have names of the same form that
   * nothing else has.
   */
  static ObjectName another(ObjectName name) {
    // In the declared order, which rules see.
    String list = name.getKeyPropertyListString();
    for (Map.Entry<String, String> property : instanceProperties(name).entrySet()) {
      String key = property.getKey() + '=';
      list = replaceProperty(list, key + property.getValue(), key + strange(property.getValue()));
    }
    try {
      return new ObjectName(name.getDomain() + ':' + list);
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalArgumentException(list, impossible);
    }
  }

  /** Replaces {@code key=value} where it is a whole property: {@code id=1} also ends others. */
  private static String replaceProperty(String list, String property, String replacement) {
    String enclosed = ',' + list + ',';
    String replaced = enclosed.replace(',' + property + ',', ',' + replacement + ',');
    return replaced.substring(1, replaced.length() - 1);
  }

  private static String strange(String value) {
    boolean quoted = value.endsWith("\"");
    String inner = quoted ? value.substring(0, value.length() - 1) : value;
    boolean number = !inner.isEmpty() && Character.isDigit(inner.charAt(inner.length() - 1));
    return inner + (number ? "40417" : "zqx") + (quoted ? "\"" : "");
  }

  private static boolean isOfTheKind(ObjectName name, String key) {
    boolean ofTheJvm = name.getDomain().startsWith("java.");
    return ofTheJvm ? key.equals("type") : ALWAYS_OF_THE_KIND.contains(key);
  }
}
