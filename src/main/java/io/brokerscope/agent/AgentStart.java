package io.brokerscope.agent;

import io.brokerscope.config.ConfigReader;
import io.brokerscope.http.Health;
import io.brokerscope.http.MetricsServer;
import io.brokerscope.http.Site;
import io.brokerscope.jvm.JvmMetrics;
import io.brokerscope.scrape.ScrapeSources;
import io.brokerscope.scrape.Scraper;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Builds the agent from its parts. The port comes first: where it is taken, as in Kafka's
 * command-line tools, nothing else may be read or reported.
 */
final class AgentStart {
  private AgentStart() {}

  /**
   * Starts everything, or nothing.
   *
   * @param argument what the user wrote after the jar's name, null if nothing
   * @param attached true when the application runs already
   */
  static void start(String argument, boolean attached) throws StartUpException {
    long startNanos = System.nanoTime();
    AgentArguments arguments = AgentArguments.parse(argument);
    MetricsServer server = AgentPort.bind(arguments);
    boolean serving = false;
    try {
      ConfigWatcher watcher = watch(arguments.file());
      int startDelaySeconds = watcher.config().timing().startDelaySeconds();
      StartGate gate =
          attached ? StartGate.open() : StartGate.afterPremain(startNanos, startDelaySeconds);
      serve(server, watcher, gate);
      serving = true;
    } finally {
      if (!serving) {
        server.close();
      }
    }
  }

  private static ConfigWatcher watch(String file) throws StartUpException {
    ConfigReader reader =
        new ConfigReader(Boolean.getBoolean("brokerscope.strict"), System::getenv);
    return new ConfigWatcher(new ConfigFile(file), reader, ErrorLine::print, System::nanoTime);
  }

  private static void serve(MetricsServer server, ConfigWatcher watcher, StartGate gate)
      throws StartUpException {
    String version = AgentVersion.read();
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(new AgentMetrics(watcher, version));
    registry.register(
        new JvmMetrics(() -> watcher.config().selection().excludeJvmMetrics(), System::nanoTime));
    Scraper scraper = new Scraper(new ScrapeSources(gate, watcher, ErrorLine::print), registry);
    try {
      server.serve(site(new ScrapeSource(gate, scraper), version), reportOnce());
    } catch (IOException e) {
      scraper.close();
      throw new StartUpException("cannot serve HTTP: " + e.getMessage(), e);
    }
  }

  private static Site site(ScrapeSource metrics, String version) {
    Health healthy = new Health(true, "Brokerscope is healthy.");
    return new Site(metrics, new LandingPage(version)::html, Map.of("/-/healthy", () -> healthy));
  }

  /** Once, because a scrape that fails will fail every few seconds. */
  private static Consumer<Throwable> reportOnce() {
    AtomicBoolean reported = new AtomicBoolean();
    return failure -> {
      if (!reported.getAndSet(true)) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
        ErrorLine.print(
            "a scrape failed unexpectedly (reported once): " + failure + " at " + place);
      }
    };
  }
}
