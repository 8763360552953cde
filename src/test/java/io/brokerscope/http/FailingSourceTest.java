package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailingSourceTest {
  private static final String UNEXPECTED_TEXT =
      "the request failed unexpectedly: see the process's error output\n";

  @Test
  void anUnavailableScrapeIs503WithItsReason() throws Exception {
    MetricsSource source =
        (format, names) -> {
          throw new UnavailableException("timed out after 10 s while reading a:type=b");
        };
    try (ServerFixture server = new ServerFixture(source)) {
      HttpResponse<byte[]> response = server.get("/metrics", "Accept-Encoding", "gzip");
      assertEquals(503, response.statusCode());
      assertEquals("timed out after 10 s while reading a:type=b\n", text(response));
      assertEquals(
          Optional.of("text/plain; charset=utf-8"), response.headers().firstValue("Content-Type"));
    }
  }

  @Test
  void anUnexpectedExceptionIs500WithoutItsDetails() throws Exception {
    IllegalStateException failure = new IllegalStateException("secret");
    MetricsSource source =
        (format, names) -> {
          throw failure;
        };
    try (ServerFixture server = new ServerFixture(source)) {
      HttpResponse<byte[]> response = server.get("/metrics");
      assertEquals(500, response.statusCode());
      assertEquals(UNEXPECTED_TEXT, text(response));
      assertEquals(List.of(failure), server.unexpected());
    }
  }

  @Test
  void anErrorIs500AsWell() throws Exception {
    MetricsSource source =
        (format, names) -> {
          throw new StackOverflowError();
        };
    try (ServerFixture server = new ServerFixture(source)) {
      assertEquals(500, server.get("/metrics").statusCode());
    }
  }

  /** A body that is closed already fails when its size is asked for, after gzip was announced. */
  @Test
  void aBodyThatCannotBeWrittenIs500WithoutGzip() throws Exception {
    FixedSource bodies = new FixedSource("x 1\n");
    MetricsSource source =
        (format, names) -> {
          var body = bodies.scrape(format, names);
          body.close();
          return body;
        };
    try (ServerFixture server = new ServerFixture(source)) {
      HttpResponse<byte[]> response = server.get("/metrics", "Accept-Encoding", "gzip");
      assertEquals(500, response.statusCode());
      assertEquals(UNEXPECTED_TEXT, text(response));
      assertEquals(Optional.empty(), response.headers().firstValue("Content-Encoding"));
    }
  }

  @Test
  void theServerGoesOnAfterFailures() throws Exception {
    MetricsSource source =
        (format, names) -> {
          throw new IllegalStateException("always");
        };
    try (ServerFixture server = new ServerFixture(source)) {
      for (int i = 0; i < 2 * HttpThreads.MAXIMUM; i++) {
        assertEquals(500, server.get("/metrics").statusCode());
      }
      assertEquals(200, server.get("/-/healthy").statusCode());
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
