package io.brokerscope.scrape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanInfo;

/** Chooses the cheapest reader that gives the right numbers. */
final class ReaderChoice {
  private final PlanContext plan;

  /** By the class loader of the MBeans; a JVM has one, or none. */
  private final Map<ClassLoader, Optional<YammerAccess>> yammer = new WeakHashMap<>();

  ReaderChoice(PlanContext plan) {
    this.plan = plan;
  }

  /** Readers of attributes that need no special care, one for each interval that rules ask for. */
  List<BeanReader> plain(BeanPlan bean, MBeanInfo info, List<AttributeNode> nodes) {
    Map<Integer, List<AttributeNode>> byInterval = new TreeMap<>();
    for (AttributeNode node : nodes) {
      byInterval.computeIfAbsent(node.minIntervalSeconds(plan), i -> new ArrayList<>(1)).add(node);
    }
    List<BeanReader> readers = new ArrayList<>(1);
    byInterval.forEach(
        (interval, group) -> {
          for (BeanReader reader : uninterrupted(bean, info, group)) {
            readers.add(atInterval(reader, interval));
          }
        });
    return readers;
  }

  /** The reader itself, or at most once an interval. */
  static BeanReader atInterval(BeanReader reader, int intervalSeconds) {
    return intervalSeconds == 0 ? reader : new IntervalReader(reader, intervalSeconds);
  }

  private List<BeanReader> uninterrupted(BeanPlan bean, MBeanInfo info, List<AttributeNode> nodes) {
    Optional<YammerAccess> access = yammer(bean, info);
    Object metric = access.map(a -> a.metric(bean.name())).orElse(null);
    if (metric == null) {
      return List.of(new JmxReader(bean.name(), nodes));
    }
    if (access.get().isGauge(metric) && nodes.size() == 1 && nodes.get(0).name().equals("Value")) {
      return List.of(new YammerGaugeReader(metric, access.get(), nodes.get(0)));
    }
    return access.get().isMeter(metric)
        ? meter(bean, metric, access.get().meterAccess(metric), nodes)
        : List.of(new JmxReader(bean.name(), nodes));
  }

  /** Count and rates past JMX; units and the like, if somebody wants them, through it. */
  List<BeanReader> meter(
      BeanPlan bean, Object metric, MeterAccess access, List<AttributeNode> nodes) {
    List<AttributeNode> direct = new ArrayList<>();
    List<AttributeNode> others = new ArrayList<>();
    for (AttributeNode node : nodes) {
      (MeterAccess.ATTRIBUTES.contains(node.name()) ? direct : others).add(node);
    }
    List<BeanReader> readers = new ArrayList<>(1);
    if (!direct.isEmpty()) {
      readers.add(new YammerMeterReader(metric, access, direct));
    }
    if (!others.isEmpty()) {
      readers.add(new JmxReader(bean.name(), others));
    }
    return readers;
  }

  /** The registry behind a Yammer MBean, if it can be reached. */
  Optional<YammerAccess> yammer(BeanPlan bean, MBeanInfo info) {
    if (!YammerShape.isYammer(info) || !plan.shortCuts()) {
      return Optional.empty();
    }
    try {
      ClassLoader loader = plan.server().getClassLoaderFor(bean.name());
      return yammer.computeIfAbsent(loader, YammerAccess::find);
    } catch (InstanceNotFoundException gone) {
      return Optional.empty();
    }
  }
}
