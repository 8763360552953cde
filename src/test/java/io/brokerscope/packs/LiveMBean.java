package io.brokerscope.packs;

import io.brokerscope.rules.MBeanIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;

/**
 * An MBean as it was read.
 *
 * @param className of the MBean, which tells what kind of Yammer metric it is
 * @param attributes the values that could be read, by name
 */
record LiveMBean(ObjectName name, String className, Map<String, Object> attributes) {
  private static final Set<String> HISTOGRAMS =
      Set.of(
          "com.yammer.metrics.reporting.JmxReporter$Histogram",
          "com.yammer.metrics.reporting.JmxReporter$Timer");

  boolean isHistogram() {
    return HISTOGRAMS.contains(className);
  }

  /** The same MBean under another name. */
  LiveMBean named(ObjectName other) {
    return new LiveMBean(other, className, attributes);
  }

  /** The numbers and texts of all attributes, those inside composite and tabular ones too. */
  List<LiveValue> values() {
    ValueCollector collector = new ValueCollector(name);
    attributes.forEach(
        (attribute, value) ->
            collector.collect(MBeanIdentity.of(name), List.of(), attribute, value));
    return collector.values();
  }
}
