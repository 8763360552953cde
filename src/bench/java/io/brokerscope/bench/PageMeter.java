package io.brokerscope.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;

/**
 * Takes pages over a connection that is kept alive, and throws them away: a client that did more
 * would take the processor from who is measured.
 */
final class PageMeter {
  private static final int READ_BYTES = 256 * 1024;
  private static final int LIMIT_MILLIS = Math.toIntExact(Duration.ofMinutes(2).toMillis());

  private final URL address;
  private final ProcessCpu cpu;
  private final byte[] buffer = new byte[READ_BYTES];

  PageMeter(MonitorJvm monitor) throws IOException {
    this.address = monitor.address().toURL();
    this.cpu = ProcessCpu.of(monitor.pid());
  }

  /**
   * What a page has cost.
   *
   * @param sizeBytes as sent
   * @param wallNanos from the request to the last byte
   * @param cpuNanos of the whole process in that time
   */
  record PageCost(long sizeBytes, long wallNanos, long cpuNanos) {}

  PageCost measure(Form form) throws IOException {
    long cpuBefore = cpu.nanos();
    long start = System.nanoTime();
    long sizeBytes = 0;
    try (InputStream body = open(form)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        sizeBytes += read;
      }
    }
    long wallNanos = System.nanoTime() - start;
    return new PageCost(sizeBytes, wallNanos, cpu.nanos() - cpuBefore);
  }

  /** Counts the series of a page in plain text. */
  int series() throws IOException {
    try (InputStream body = open(Form.PLAIN)) {
      return MetricsText.seriesCount(body.readAllBytes());
    }
  }

  private InputStream open(Form form) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
    connection.setReadTimeout(LIMIT_MILLIS);
    for (int i = 0; i < form.headers().size(); i += 2) {
      connection.setRequestProperty(form.headers().get(i), form.headers().get(i + 1));
    }
    return connection.getInputStream();
  }
}
