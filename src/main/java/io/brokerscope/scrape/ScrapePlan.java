package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The MBeans to read and the order to read them in. Changed between passes, in proportion to what
 * changed; a pass walks it. Owned by one thread at a time.
 */
final class ScrapePlan {
  private final PlanContext context;
  private final BeanPlanner planner;
  private final MBeanTracker tracker;

  /** Every MBean that was looked at; null where nothing of it is wanted. */
  private final Map<ObjectName, BeanPlan> known = new HashMap<>();

  /**
   * In the order in which they were planned, so that what is about one thing, a partition say, is
   * read together.
   */
  private final List<BeanPlan> beans = new ArrayList<>();

  /** All of {@link #beans}, in two parts, for a pass that reads everything. */
  private GaugeColumn gauges = GaugeColumn.of(List.of(), List.of());

  private final List<BeanPlan> others = new ArrayList<>();

  /** Names the MBean that is being read, for the message of a request that waited in vain. */
  private final AtomicReference<ObjectName> reading;

  private long changes;
  private long buildNanos;
  private long readNanos;

  ScrapePlan(PlanContext context, MBeanTracker tracker, AtomicReference<ObjectName> reading) {
    this.context = context;
    this.planner = new BeanPlanner(context);
    this.tracker = tracker;
    this.reading = reading;
  }

  PlanContext context() {
    return context;
  }

  int beanCount() {
    return beans.size();
  }

  /** How many MBeans were added to or removed from the plan since it was made. */
  long changes() {
    return changes;
  }

  /** How long all changes took together. */
  long buildNanos() {
    return buildNanos;
  }

  /** Brings the plan up to date with the MBean server. */
  void update(long nowNanos) {
    Map<ObjectName, Boolean> pending = tracker.changes(known.keySet(), nowNanos);
    if (pending.isEmpty()) {
      return;
    }
    long startNanos = System.nanoTime();
    pending.forEach(
        (name, registered) -> {
          remove(name);
          if (registered) {
            add(name);
          }
        });
    context.table().settle();
    beans.removeIf(bean -> known.get(bean.name()) != bean);
    divide();
    buildNanos += System.nanoTime() - startNanos;
  }

  /** Done after each change of series, as the column keeps their slots. */
  private void divide() {
    others.clear();
    gauges = GaugeColumn.of(beans, others);
  }

  private void remove(ObjectName name) {
    BeanPlan bean = known.remove(name);
    if (bean != null) {
      bean.release(context);
      changes++;
    }
  }

  private void add(ObjectName name) {
    if (!context.rules().selection().selects(name)) {
      known.put(name, null);
      return;
    }
    reading.setRelease(name);
    try {
      BeanPlan bean = planner.plan(name);
      put(name, bean);
      changes += bean == null ? 0 : 1;
    } catch (InstanceNotFoundException gone) {
      // Its notification follows, or has been swallowed by a requery; either way there is nothing
      // to read.
      known.remove(name);
    } catch (JMException | RuntimeException | LinkageError cannotIntrospect) {
      // Counted in each pass as an MBean that fails, because that is what it is to the user.
      put(name, unreadable(name));
    }
  }

  private void put(ObjectName name, BeanPlan bean) {
    known.put(name, bean);
    if (bean != null) {
      beans.add(bean);
    }
  }

  private static BeanPlan unreadable(ObjectName name) {
    BeanPlan bean = new BeanPlan(name);
    bean.reader(new UnreadableReader());
    return bean;
  }

  /** Reads all MBeans that the chosen families need. */
  void read(FamilyChoice choice, long nowNanos) {
    context.startPass(nowNanos);
    if (choice.isAll()) {
      readAll();
    } else {
      for (BeanPlan bean : beans) {
        if (bean.reader().feeds(choice)) {
          read(bean);
        }
      }
    }
    context.reservoirs().flush(context);
    // Values may have shown leaves that were not known before, or may be of another kind now.
    if (context.table().settle()) {
      divide();
    }
    reading.setRelease(null);
    readNanos = System.nanoTime() - nowNanos;
  }

  private void readAll() {
    gauges.read(context, reading);
    for (BeanPlan bean : others) {
      read(bean);
    }
  }

  /** How long the last pass took, from its start to the last value. */
  long readNanos() {
    return readNanos;
  }

  private void read(BeanPlan bean) {
    reading.setRelease(bean.name());
    try {
      bean.reader().read(context);
      context.counters().beansRead++;
    } catch (InstanceNotFoundException gone) {
      bean.reader().clear(context);
    } catch (Exception | Error failed) {
      // Errors too: the MBean server would have wrapped them in an exception, the short cuts do
      // not.
      bean.reader().clear(context);
      context.counters().beansFailed++;
    }
  }

  /** Stops listening to the MBean server. */
  void close() {
    tracker.close();
  }
}
