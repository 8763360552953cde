package io.brokerscope.monitor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Scrapes a monitor five times a second and notes how long that took, until it is ended. */
final class SteadyScrapes {
  private static final long PAUSE_MILLIS = 200;

  private final MonitorFixture monitor;
  private final List<Double> seconds = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "steady-scrapes");
  private volatile boolean ending;
  private volatile Exception failure;

  private SteadyScrapes(MonitorFixture monitor) {
    this.monitor = monitor;
  }

  static SteadyScrapes of(MonitorFixture monitor) {
    SteadyScrapes scrapes = new SteadyScrapes(monitor);
    scrapes.thread.setDaemon(true);
    scrapes.thread.start();
    return scrapes;
  }

  /** How long each took. Throws what ended them early. */
  List<Double> end() throws Exception {
    ending = true;
    thread.join();
    if (failure != null) {
      throw failure;
    }
    return List.copyOf(seconds);
  }

  private void run() {
    try {
      while (!ending) {
        long start = System.nanoTime();
        HttpResponse<String> page = monitor.get("/metrics");
        seconds.add((System.nanoTime() - start) / 1e9);
        if (page.statusCode() != 200 || !page.body().contains("\nkafka_up ")) {
          throw new IOException(
              "expected metrics, found " + page.statusCode() + ": " + page.body());
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      failure = e;
    }
  }
}
