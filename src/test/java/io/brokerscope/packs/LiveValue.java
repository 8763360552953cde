package io.brokerscope.packs;

import io.brokerscope.rules.Leaf;
import java.util.List;
import javax.management.ObjectName;

/**
 * A number or a text of an MBean.
 *
 * @param path the attribute, and the keys that lead to the value where it is composite or tabular
 * @param leaf as rules see it
 * @param value a Number, Boolean, String or enum constant
 */
record LiveValue(ObjectName bean, List<String> path, Leaf leaf, Object value) {

  String attribute() {
    return path.get(0);
  }

  boolean isText() {
    return !(value instanceof Number) && !(value instanceof Boolean);
  }

  double number() {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return ((Number) value).doubleValue();
  }

  /** Which MBeans, and what of them, without the names of what there happens to be. */
  String kind() {
    return MBeanKind.of(bean) + ' ' + String.join(".", path);
  }
}
