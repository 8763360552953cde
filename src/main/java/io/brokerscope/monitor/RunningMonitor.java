package io.brokerscope.monitor;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.http.MetricsServer;
import io.brokerscope.http.Site;
import io.brokerscope.jvm.JvmMetrics;
import io.brokerscope.monitor.canary.Canary;
import io.brokerscope.monitor.canary.CanaryState;
import io.brokerscope.monitor.cluster.BrokerWatch;
import io.brokerscope.monitor.cluster.Brokers;
import io.brokerscope.monitor.kafka.ClientSettings;
import io.brokerscope.monitor.kafka.Errors;
import io.brokerscope.monitor.kafka.Secrets;
import io.brokerscope.monitor.kafka.Worker;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The monitor at work: the watch over the brokers, the cycle, the canary and the HTTP server. */
final class RunningMonitor implements AutoCloseable {
  /**
   * Questions that a cycle or a look at the brokers waits for, one after the other, at the most.
   */
  private static final int MOST_STEPS = 10;

  private static final Duration LONGEST_END = Duration.ofSeconds(3);

  private final MetricsServer server;
  private final BrokerWatch watch;
  private final Cycle cycle;
  private final Optional<Canary> canary;
  private final List<Worker> workers;

  private RunningMonitor(
      MonitorConfig config, MetricsServer server, ClientSettings clients, Errors errors) {
    this.server = server;
    this.watch = new BrokerWatch(clients, config.collect(), errors);
    this.cycle = new Cycle(config, clients, watch::brokers, errors);
    Duration longest = config.collect().timeout().multipliedBy(MOST_STEPS);
    this.workers =
        List.of(
            Worker.start(BrokerWatch.OPERATION, longest, watch, errors),
            Worker.start(Cycle.OPERATION, longest, cycle, errors));
    this.canary = config.canary().map(settings -> Canary.start(settings, clients, errors));
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
    try {
      monitor.serve(errors);
    } catch (IOException e) {
      monitor.close();
      throw e;
    }
    return monitor;
  }

  private void serve(Errors errors) throws IOException {
    String version = Version.read();
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(errors);
    registry.register(cycle.metrics());
    canary.ifPresent(probe -> registry.register(probe.collector()));
    registry.register(new AuthorizedMetrics(watch::brokers, cycle::rights));
    registry.register(new BuildInfo(version));
    registry.register(new JvmMetrics(() -> false, System::nanoTime));
    server.serve(
        new Site(
            new MonitorSource(watch::brokers, this::snapshot, cycle.demand(), registry),
            new StatusPage(this, version),
            Map.of(
                "/-/healthy", () -> Checks.healthy(allWorkers()),
                "/-/ready", () -> Checks.ready(brokers(), cycle.isReady()))),
        unexpected -> errors.failed("scrape", unexpected));
  }

  private List<Worker> allWorkers() {
    return Stream.concat(
            workers.stream(), canary.stream().flatMap(probe -> probe.workers().stream()))
        .toList();
  }

  Brokers brokers() {
    return watch.brokers();
  }

  Rights rights() {
    return cycle.rights();
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
    workers.forEach(Worker::stop);
    canary.ifPresent(Canary::close);
    try {
      for (Worker worker : workers) {
        worker.awaitEnd(LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }
}
