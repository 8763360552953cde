package io.brokerscope.scrape;

import io.brokerscope.exposition.FamilyChoice;
import io.brokerscope.exposition.Format;
import io.brokerscope.exposition.MetricsBody;
import io.brokerscope.registry.RegistryWriter;
import io.brokerscope.rules.RuleSet;
import io.brokerscope.scrape.OwnMetrics.ScrapeResult;
import io.prometheus.client.CollectorRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.ObjectName;

/**
 * Runs one pass at a time, on a thread of its own, over the MBeans of a server. Requests that come
 * while a pass reads share its bytes; the next pass begins when this one ends, not when a caller
 * gives up.
 */
public final class Scraper implements AutoCloseable {
  /** Without scrapes for so long, what has gone is let go of all the same. */
  private static final long IDLE_UPDATE_MILLIS = 60_000;

  private final LivePlan livePlan;
  private final DocumentWriter writer;
  private final OwnMetrics ownMetrics = new OwnMetrics();
  private final Supplier<RuleSet> rules;
  private final Thread thread;

  /** Guarded by itself. */
  private final List<ScrapeRequest> waiting = new ArrayList<>();

  private volatile boolean closed;

  /**
   * Starts the scrape thread, a daemon, which does nothing until the first request.
   *
   * @param registry the agent's own and the JVM's metrics, written after the MBeans'; the scraper
   *     adds its own
   */
  public Scraper(ScrapeSources sources, CollectorRegistry registry) {
    this(sources, registry, true);
  }

  /** As the other; {@code shortCuts} says whether Yammer's metrics may be read past JMX. */
  Scraper(ScrapeSources sources, CollectorRegistry registry, boolean shortCuts) {
    this.rules = sources.rules();
    this.writer = new DocumentWriter(new RegistryWriter(registry), ownMetrics);
    this.livePlan = new LivePlan(sources, writer::reservedNames, shortCuts);
    registry.register(ownMetrics);
    this.thread = new Thread(this::run, "brokerscope-scrape");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes a pass, or joins the one that is running.
   *
   * @param names sample names to restrict the pass to; empty means all
   * @return a complete body; the caller closes it
   * @throws IllegalStateException if the pass failed as a whole, or the scraper is closed
   */
  public MetricsBody scrape(Format format, Set<String> names)
      throws ScrapeTimeoutException, InterruptedException {
    ScrapeRequest request = new ScrapeRequest(format, new FamilyChoice(names));
    int timeoutSeconds = rules.get().scrapeTimeoutSeconds();
    synchronized (waiting) {
      if (closed) {
        throw new IllegalStateException("the scraper is closed");
      }
      waiting.add(request);
      waiting.notifyAll();
    }
    MetricsBody body = await(request, timeoutSeconds);
    if (body == null) {
      ownMetrics.count(ScrapeResult.TIMEOUT);
      throw new ScrapeTimeoutException(timeoutMessage(timeoutSeconds));
    }
    return body;
  }

  /** Whatever happens, the request waits no longer afterwards. */
  private MetricsBody await(ScrapeRequest request, int timeoutSeconds) throws InterruptedException {
    try {
      return request.await(timeoutSeconds);
    } finally {
      synchronized (waiting) {
        waiting.remove(request);
      }
    }
  }

  private String timeoutMessage(int timeoutSeconds) {
    ObjectName reading = livePlan.reading();
    String where = reading == null ? "no MBean is being read yet" : "reading MBean " + reading;
    return "no result within %d s (scrapeTimeoutSeconds): %s".formatted(timeoutSeconds, where);
  }

  private void run() {
    while (!closed) {
      try {
        ScrapeRequest first = awaitRequest();
        if (first == null) {
          updateIdly();
        } else {
          pass(first.choice());
        }
      } catch (InterruptedException closingOrStray) {
        // A getter may leave the thread interrupted; only close() ends the loop.
      }
    }
    livePlan.close();
  }

  private void updateIdly() {
    try {
      livePlan.update();
    } catch (RuntimeException | Error failed) {
      // Nobody waits for it; the next pass does it again, and its callers hear of a failure.
    }
  }

  /**
   * The request that has waited longest, which stays in the list; null after a while without any.
   */
  private ScrapeRequest awaitRequest() throws InterruptedException {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        waiting.wait(IDLE_UPDATE_MILLIS);
      }
      return waiting.isEmpty() ? null : waiting.get(0);
    }
  }

  /** Serves everybody who waits for these families when the reading ends. */
  private void pass(FamilyChoice choice) {
    Map<Format, MetricsBody> bodies = new EnumMap<>(Format.class);
    List<ScrapeRequest> joined = List.of();
    try {
      ScrapePlan plan = livePlan.read(choice);
      joined = takeWaiting(choice);
      joined.forEach(request -> ownMetrics.count(ScrapeResult.OK));
      for (ScrapeRequest request : joined) {
        bodies.computeIfAbsent(request.format(), format -> writer.write(plan, choice, format));
        request.complete(bodies.get(request.format()).retain());
      }
    } catch (RuntimeException | Error failure) {
      // The thread lives on: the next pass may succeed.
      failWaiting(choice, joined, failure);
    } finally {
      bodies.values().forEach(MetricsBody::close);
    }
  }

  private List<ScrapeRequest> takeWaiting(FamilyChoice choice) {
    List<ScrapeRequest> taken = new ArrayList<>();
    synchronized (waiting) {
      for (Iterator<ScrapeRequest> all = waiting.iterator(); all.hasNext(); ) {
        ScrapeRequest request = all.next();
        if (request.choice().equals(choice)) {
          all.remove();
          taken.add(request);
        }
      }
    }
    return taken;
  }

  private void failWaiting(FamilyChoice choice, List<ScrapeRequest> joined, Throwable failure) {
    List<ScrapeRequest> failed = new ArrayList<>(joined);
    failed.addAll(takeWaiting(choice));
    for (ScrapeRequest request : failed) {
      ownMetrics.count(ScrapeResult.ERROR);
      request.fail(failure);
    }
  }

  /** Stops the thread when the running pass ends; who waits is turned away. */
  @Override
  public void close() {
    List<ScrapeRequest> turnedAway;
    synchronized (waiting) {
      closed = true;
      turnedAway = new ArrayList<>(waiting);
      waiting.clear();
    }
    turnedAway.forEach(request -> request.fail(new IllegalStateException("the scraper is closed")));
    // Last: it may cut a getter short, and the pass with it, which would still serve who waits.
    thread.interrupt();
  }
}
