package io.brokerscope.rules;

import java.util.List;

/**
 * What a rule decides about: an attribute, or one value inside a composite or tabular attribute.
 * Short-lived: made when a decision is due.
 */
public final class Leaf {
  private final MBeanIdentity bean;
  private final List<String> path;
  private final String name;
  private final String description;

  /** The line up to the value, made once although every rule looks at it. */
  private final String plainText;

  /**
   * @param bean the MBean, or a row of one of its tabular attributes
   * @param path the attribute and keys that lead to the value; empty for a plain attribute
   * @param name the attribute's name, or the last key
   * @param description for the default help text; may be null
   */
  public Leaf(MBeanIdentity bean, List<String> path, String name, String description) {
    this.bean = bean;
    this.path = List.copyOf(path);
    this.name = name;
    this.description = description;
    this.plainText = textWith(name);
  }

  MBeanIdentity bean() {
    return bean;
  }

  List<String> path() {
    return path;
  }

  String name() {
    return name;
  }

  String description() {
    return description;
  }

  /** The line a rule matches, up to the value: {@code domain<k=v, k2=v2><path>name: }. */
  String text(String shownName) {
    return shownName.equals(name) ? plainText : textWith(shownName);
  }

  private String textWith(String shownName) {
    return bean.head() + '<' + String.join(", ", path) + '>' + shownName + ": ";
  }
}
