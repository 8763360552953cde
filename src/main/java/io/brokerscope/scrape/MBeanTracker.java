package io.brokerscope.scrape;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Learns which MBeans come and go. Notifications arrive on the broker's own threads, so the
 * listener queues a name and does nothing else; the scrape thread asks for what happened before
 * each pass.
 */
final class MBeanTracker implements AutoCloseable {
  /**
   * Deleting 400 topics of 10 partitions gives 44,000 notifications; more than this, and all names
   * are asked for.
   */
  private static final int MAX_QUEUED = 200_000;

  /** How often all names are asked for even so, in case a notification was missed. */
  private static final long REQUERY_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final MBeanServer server;

  /** One object, because it is removed by identity. */
  private final NotificationListener listener = this::enqueue;

  private final ConcurrentLinkedQueue<MBeanServerNotification> queue =
      new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private volatile boolean overflowed = true;
  private long lastQueryNanos;

  /** Starts to listen; the first {@link #changes} finds all MBeans there are. */
  MBeanTracker(MBeanServer server) {
    this.server = server;
    try {
      server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
    } catch (JMException cannotBe) {
      throw new IllegalStateException("the MBean server has no delegate", cannotBe);
    }
  }

  /**
   * A name that a query found. Names are put in order by what they are about, say a partition: its
   * MBeans ask the same objects of the broker, which are then fetched from memory once. Not in
   * their own order, which makes every ObjectName keep a map of its properties for good.
   *
   * @param subject the canonical properties but for {@code name}, which comes first if it is there
   */
  private record Found(ObjectName name, String subject, String canonicalName) {
    static Found of(ObjectName name) {
      String properties = name.getCanonicalKeyPropertyListString();
      int comma = properties.indexOf(',');
      boolean named = properties.startsWith("name=") && comma > 0;
      return new Found(
          name, named ? properties.substring(comma + 1) : properties, name.getCanonicalName());
    }
  }

  private void enqueue(Notification notification, Object handback) {
    if (!(notification instanceof MBeanServerNotification change) || overflowed) {
      return;
    }
    if (queued.incrementAndGet() > MAX_QUEUED) {
      overflowed = true;
    } else {
      queue.add(change);
    }
  }

  /**
   * What happened since the last call.
   *
   * @param known the MBeans the caller has
   * @return names in the order of their last event; true is registered, also if the name was known
   *     before, because it may be another MBean now
   */
  Map<ObjectName, Boolean> changes(Set<ObjectName> known, long nowNanos) {
    Map<ObjectName, Boolean> changes = drain();
    if (overflowed || nowNanos - lastQueryNanos > REQUERY_NANOS) {
      // Listen before asking: what happens in between is then seen twice rather than never.
      boolean missedSome = overflowed;
      overflowed = false;
      lastQueryNanos = nowNanos;
      addDifferences(known, missedSome, changes);
    }
    return changes;
  }

  private Map<ObjectName, Boolean> drain() {
    Map<ObjectName, Boolean> changes = new LinkedHashMap<>();
    MBeanServerNotification change = queue.poll();
    while (change != null) {
      queued.decrementAndGet();
      boolean registered =
          change.getType().equals(MBeanServerNotification.REGISTRATION_NOTIFICATION);
      changes.remove(change.getMBeanName());
      changes.put(change.getMBeanName(), registered);
      change = queue.poll();
    }
    return changes;
  }

  /** After missed notifications, any MBean may be another one than the one of its name before. */
  private void addDifferences(
      Set<ObjectName> known, boolean missedSome, Map<ObjectName, Boolean> changes) {
    Set<ObjectName> present = server.queryNames(null, null);
    present.stream()
        .filter(name -> missedSome || changes.containsKey(name) || !known.contains(name))
        .map(Found::of)
        .sorted(Comparator.comparing(Found::subject).thenComparing(Found::canonicalName))
        .forEach(found -> changes.put(found.name(), true));
    for (ObjectName name : known) {
      if (!present.contains(name)) {
        changes.put(name, false);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
    } catch (JMException notThere) {
      throw new IllegalStateException("the listener is gone already", notThere);
    }
  }
}
