package io.brokerscope.monitor;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.http.MetricsServer;
import io.brokerscope.http.Site;
import io.brokerscope.jvm.JvmMetrics;
import io.brokerscope.monitor.Loop.Pace;
import io.brokerscope.monitor.canary.Canary;
import io.brokerscope.monitor.canary.CanaryState;
import io.brokerscope.monitor.cluster.BrokerWatch;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Secrets;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The monitor at work: the watch over the brokers, the cycle, the canary and the HTTP server. */
final class RunningMonitor implements AutoCloseable {
  /**
   * Questions that a cycle or a look at the brokers waits for, one after the other, at the most.
   */
  private static final int MOST_STEPS = 10;

  private final MetricsServer server;
  private final BrokerWatch watch;
  private final Cycle cycle;
  private final Optional<Canary> canary;
  private final List<Loop> loops;
  private volatile Brokers brokers = Brokers.unknown();

  private RunningMonitor(
      MonitorConfig config, MetricsServer server, ClientSettings clients, Errors errors) {
    this.server = server;
    this.watch = new BrokerWatch(clients, config.collect(), errors);
    this.cycle = new Cycle(config, clients, this::brokers, errors);
    this.canary = config.canary().map(settings -> Canary.start(settings, clients, errors));
    Duration longest = config.collect().timeout().multipliedBy(MOST_STEPS);
    Pace brokersPace = new Pace(config.collect().brokersInterval(), longest);
    Pace cyclePace = new Pace(config.collect().interval(), longest);
    this.loops =
        List.of(
            new Loop("brokers", brokersPace, () -> brokers = watch.look(), errors),
            new Loop("cycle", cyclePace, cycle, errors));
  }

  /**
   * Takes the port and starts to watch.
   *
   * @param log takes lines without secrets
   * @throws IOException if the port cannot be had; nothing runs then
   */
  static RunningMonitor start(MonitorConfig config, Consumer<String> log) throws IOException {
    InetSocketAddress listen = config.listen();
    MetricsServer server =
        MetricsServer.bind(new InetSocketAddress(listen.getHostString(), listen.getPort()));
    Errors errors = new Errors(Secrets.of(config.clients()), log);
    ClientSettings clients = new ClientSettings(config.clients());
    RunningMonitor monitor = new RunningMonitor(config, server, clients, errors);
    monitor.serve(errors);
    monitor.loops.forEach(Loop::start);
    return monitor;
  }

  private void serve(Errors errors) throws IOException {
    String version = Version.read();
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(errors);
    registry.register(cycle.metrics());
    canary.ifPresent(probe -> registry.register(probe.collector()));
    registry.register(new AuthorizedMetrics(this::brokers));
    registry.register(new BuildInfo(version));
    registry.register(new JvmMetrics(() -> false, System::nanoTime));
    server.serve(
        new Site(
            new MonitorSource(this::brokers, this::snapshot, cycle.demand(), registry),
            new StatusPage(this, version),
            Map.of(
                "/-/healthy", () -> Checks.healthy(loops),
                "/-/ready", () -> Checks.ready(brokers, cycle.isReady()))),
        unexpected -> errors.failed("scrape", unexpected));
  }

  Brokers brokers() {
    return brokers;
  }

  Snapshot snapshot() {
    return cycle.snapshot();
  }

  /** Absent if the canary is off. */
  Optional<CanaryState> canary() {
    return canary.map(Canary::state);
  }

  /** The port, also when it was chosen by the system. */
  int port() {
    return server.port();
  }

  /** Ends all of it within a few seconds. */
  @Override
  public void close() {
    for (Loop loop : loops) {
      loop.close();
    }
    canary.ifPresent(Canary::close);
    watch.close();
    cycle.close();
    server.close();
  }
}
