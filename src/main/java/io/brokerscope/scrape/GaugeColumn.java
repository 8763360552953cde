package io.brokerscope.scrape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.ObjectName;

/**
 * The gauges of Kafka's registry whose numbers are exposed as they are: nine tenths of a large
 * broker's MBeans. All that a pass needs of them stands in arrays; going from the MBean's plan to
 * its reader, the reader's node and the node's sink would touch four more objects a gauge, which a
 * scrape every few seconds finds in no cache. A column is good until series change.
 */
final class GaugeColumn {
  private final YammerAccess access;
  private final ObjectName[] names;
  private final YammerGaugeReader[] readers;
  private final Object[] gauges;
  private final int[] slots;

  private GaugeColumn(YammerAccess access, List<BeanPlan> beans) {
    this.access = access;
    this.names = beans.stream().map(BeanPlan::name).toArray(ObjectName[]::new);
    this.readers = beans.stream().map(GaugeColumn::readerOf).toArray(YammerGaugeReader[]::new);
    this.gauges = new Object[readers.length];
    this.slots = new int[readers.length];
    for (int i = 0; i < readers.length; i++) {
      gauges[i] = readers[i].gauge();
      slots[i] = readers[i].directSlot();
    }
  }

  private static YammerGaugeReader readerOf(BeanPlan bean) {
    return (YammerGaugeReader) bean.reader();
  }

  /** Makes a column of the MBeans that it can read, and puts the others into a list. */
  static GaugeColumn of(List<BeanPlan> beans, List<BeanPlan> others) {
    YammerAccess access = null;
    List<BeanPlan> direct = new ArrayList<>();
    for (BeanPlan bean : beans) {
      // A JVM has one registry; of another one, the gauges are read one by one.
      if (bean.reader() instanceof YammerGaugeReader reader
          && reader.directSlot() >= 0
          && (access == null || access == reader.access())) {
        access = reader.access();
        direct.add(bean);
      } else {
        others.add(bean);
      }
    }
    return new GaugeColumn(access, direct);
  }

  /**
   * Reads all.
   *
   * @param reading is told which MBean is being read
   */
  void read(PlanContext plan, AtomicReference<ObjectName> reading) {
    ValueStore values = plan.values();
    for (int i = 0; i < gauges.length; i++) {
      reading.setRelease(names[i]);
      Object value;
      try {
        value = access.gaugeValue(gauges[i]);
      } catch (RuntimeException | Error failed) {
        readers[i].failed(plan);
        continue;
      }
      if (value instanceof Number number) {
        values.set(slots[i], number.doubleValue());
      } else {
        readers[i].accept(value, plan);
      }
    }
    plan.counters().beansRead += gauges.length;
  }
}
