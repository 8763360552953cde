package io.brokerscope.monitor;

import io.brokerscope.config.MonitorConfig;
import io.brokerscope.demo.MetricsPage;
import io.brokerscope.kafka.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoublePredicate;

/** A monitor in this JVM, asked over HTTP as Prometheus would. */
final class MonitorFixture implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final RunningMonitor monitor;

  MonitorFixture(MonitorConfig config) throws IOException {
    monitor = RunningMonitor.start(config, log::add);
  }

  /** What it has logged so far. */
  List<String> log() {
    return log;
  }

  MetricsPage metrics() throws IOException, InterruptedException {
    return MetricsPage.fetch(address("/metrics"));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The value of a series now, NaN if there is none. */
  double value(String name, Map<String, String> labels) throws IOException, InterruptedException {
    return metrics().value(name, labels).orElse(Double.NaN);
  }

  /** Scrapes until the series has a value that is accepted; returns that. */
  double await(String name, Map<String, String> labels, DoublePredicate accepted) throws Exception {
    return Await.until(name + labels, () -> value(name, labels), value -> accepted.test(value));
  }

  /** Scrapes until there is no series of that name with these among its labels. */
  void awaitGone(String name, Map<String, String> labels) throws Exception {
    Await.until(
        "no " + name + labels,
        () ->
            metrics().named(name).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .count(),
        count -> count == 0);
  }

  /** Returns when a cycle that began after this call has ended. */
  void awaitWholeCycle() throws Exception {
    String name = "kafka_monitor_snapshot_timestamp_seconds";
    double before = System.currentTimeMillis() / 1e3;
    // The second one from now has begun after now.
    double first = await(name, Map.of(), value -> value > before);
    await(name, Map.of(), value -> value > first);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + monitor.port() + path);
  }

  @Override
  public void close() {
    monitor.close();
  }
}
