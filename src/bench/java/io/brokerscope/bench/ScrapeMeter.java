package io.brokerscope.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.brokerscope.bench.Contender.Exporter;
import io.brokerscope.bench.Contender.Floor;
import io.brokerscope.bench.Probe.ThreadCost;
import io.brokerscope.bench.Scrape.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Takes scrapes of one JVM, one at a time, and measures them; connections are kept alive. */
final class ScrapeMeter {
  /** What a scrape leaves to do, garbage collection above all, still counts as its own. */
  private static final Duration TAIL = Duration.ofMillis(50);

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Probe probe;
  private final ProcessCpu process;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  ScrapeMeter(Probe probe, ProcessCpu process) {
    this.probe = probe;
    this.process = process;
  }

  Scrape measure(Contender contender, Form form) throws IOException, InterruptedException {
    Map<Long, ThreadCost> threadsBefore = probe.threads();
    long cpuBefore = process.nanos();
    long start = System.nanoTime();
    byte[] body = fetch(contender, form);
    long wallNanos = System.nanoTime() - start;
    Thread.sleep(TAIL.toMillis());
    Window window = new Window(process.nanos() - cpuBefore, System.nanoTime() - start);
    ThreadCost own = spent(contender, threadsBefore, probe.threads());
    return new Scrape(series(contender, form, body), body.length, wallNanos, own, window);
  }

  /** The process while nobody scrapes. */
  Window quiet(Duration duration) throws IOException, InterruptedException {
    long cpuBefore = process.nanos();
    long start = System.nanoTime();
    Thread.sleep(duration.toMillis());
    return new Window(process.nanos() - cpuBefore, System.nanoTime() - start);
  }

  /** The body as sent; for the floor, the number of values as text. */
  byte[] fetch(Contender contender, Form form) throws IOException, InterruptedException {
    if (contender instanceof Exporter exporter) {
      return get(exporter, form);
    }
    return Integer.toString(probe.floor()).getBytes(US_ASCII);
  }

  private byte[] get(Exporter exporter, Form form) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(exporter.address()).timeout(LIMIT);
    if (!form.headers().isEmpty()) {
      request.headers(form.headers().toArray(String[]::new));
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%s: %s answered %d, expected 200"
              .formatted(exporter.name(), exporter.address(), response.statusCode()));
    }
    return response.body();
  }

  /** The sum over the contender's threads, also those that are new. */
  private static ThreadCost spent(
      Contender contender, Map<Long, ThreadCost> before, Map<Long, ThreadCost> after) {
    long cpuNanos = 0;
    long allocatedBytes = 0;
    for (Map.Entry<Long, ThreadCost> thread : after.entrySet()) {
      ThreadCost now = thread.getValue();
      if (contender.threadPrefixes().stream().anyMatch(now.name()::startsWith)) {
        ThreadCost then = before.getOrDefault(thread.getKey(), new ThreadCost(now.name(), 0, 0));
        cpuNanos += now.cpuNanos() - then.cpuNanos();
        allocatedBytes += now.allocatedBytes() - then.allocatedBytes();
      }
    }
    return new ThreadCost(contender.name(), cpuNanos, allocatedBytes);
  }

  private static int series(Contender contender, Form form, byte[] body) throws IOException {
    if (contender instanceof Floor) {
      return Integer.parseInt(new String(body, US_ASCII));
    }
    InputStream bytes = new ByteArrayInputStream(body);
    try (InputStream text = form == Form.GZIP ? new GZIPInputStream(bytes) : bytes) {
      return MetricsText.seriesCount(text.readAllBytes());
    }
  }
}
