package io.brokerscope.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One exposed number and what its family says.
 *
 * @param name as written in text 0.0.4, so a counter's ends in {@code _total}
 * @param labels by name
 * @param type of the family: {@code counter}, {@code gauge} or {@code untyped}
 * @param help of the family
 */
record Sample(String name, Map<String, String> labels, String type, String help, double value) {
  Sample {
    labels = new TreeMap<>(labels);
    help = Objects.requireNonNullElse(help, "");
  }

  /** Name and labels: what a series is known by. */
  String series() {
    StringBuilder text = new StringBuilder(name);
    labels.forEach(
        (label, labelValue) ->
            text.append('{').append(label).append('=').append(labelValue).append('}'));
    return text.toString();
  }

  Sample withName(String other, String otherType) {
    return new Sample(other, labels, otherType, help, value);
  }

  Sample withLabels(Map<String, String> others) {
    return new Sample(name, others, type, help, value);
  }

  /** {@code type name{label=value} number}. */
  @Override
  public String toString() {
    return type + ' ' + series().replace("\n", "\\n") + ' ' + value;
  }
}
