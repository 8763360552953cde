package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.rules.RuleSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The plan of the rules in force. Owned by one thread at a time. */
final class LivePlan {
  private final ScrapeSources sources;
  private final Supplier<Set<String>> reservedNames;
  private final boolean shortCuts;

  /** The MBean that is being read or introspected; null between passes. */
  private final AtomicReference<ObjectName> reading = new AtomicReference<>();

  private MBeanServer server;
  private ScrapePlan plan;
  private boolean limitReported;

  /**
   * @param reservedNames families that somebody else writes into the same document
   * @param shortCuts whether Yammer's metrics may be read past JMX
   */
  LivePlan(ScrapeSources sources, Supplier<Set<String>> reservedNames, boolean shortCuts) {
    this.sources = sources;
    this.reservedNames = reservedNames;
    this.shortCuts = shortCuts;
  }

  /**
   * The name of the MBean that is being read; null if there is none. May be called from any thread.
   */
  ObjectName reading() {
    return reading.getAcquire();
  }

  /** Brings the plan up to date, reads what the families need, and returns the plan. */
  ScrapePlan read(FamilyChoice choice) {
    if (server == null) {
      server = sources.mbeanServer().get();
    }
    RuleSet inForce = sources.rules().get();
    long startNanos = System.nanoTime();
    if (plan == null || plan.context().rules() != inForce) {
      limitReported = false;
      replace(inForce);
    }
    plan.update(startNanos);
    if (plan.context().table().hasRoomForRefused()) {
      replace(inForce);
      plan.update(startNanos);
    }
    plan.read(choice, startNanos);
    reportLimit();
    return plan;
  }

  /** Lets go of what has gone since the last pass, when no pass is due. */
  void update() {
    if (plan != null) {
      plan.update(System.nanoTime());
    }
  }

  /** Once for a configuration: whoever runs into the limit runs into it at each scrape. */
  private void reportLimit() {
    SeriesTable table = plan.context().table();
    if (table.beyondLimit() > 0 && !limitReported) {
      limitReported = true;
      sources
          .errorLines()
          .accept(
              ("limits.maxSeries (%d) is reached, %d series are not exposed:"
                      + " raise it, or let the rules take less")
                  .formatted(plan.context().rules().maxSeries(), table.beyondLimit()));
    }
  }

  private void replace(RuleSet inForce) {
    close();
    SeriesTable table = new SeriesTable(inForce.maxSeries(), reservedNames.get());
    PlanContext context = new PlanContext(server, inForce, table, shortCuts);
    plan = new ScrapePlan(context, new MBeanTracker(server), reading);
  }

  /** Stops listening to the MBean server. */
  void close() {
    if (plan != null) {
      plan.close();
      plan = null;
    }
  }
}
