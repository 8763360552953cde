package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {
  private static final String TEXT = "# TYPE up gauge\nup{host=\"é\"} 1\n".repeat(1000);
  private static final byte[] TEXT_BYTES = TEXT.getBytes(StandardCharsets.UTF_8);

  private final FixedSource source = new FixedSource(TEXT);
  private ServerFixture server;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(source);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/", "/metrics?x=y"})
  void metricsAreServedInText(String path) throws Exception {
    HttpResponse<byte[]> response = server.get(path);
    assertEquals(200, response.statusCode());
    assertArrayEquals(TEXT_BYTES, response.body());
    assertEquals("text/plain; version=0.0.4; charset=utf-8", header(response, "Content-Type"));
  }

  @Test
  void openMetricsIsServedWhenAsked() throws Exception {
    HttpResponse<byte[]> response =
        server.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
    assertEquals(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        header(response, "Content-Type"));
  }

  @Test
  void theLengthIsAnnouncedAndNothingIsChunked() throws Exception {
    HttpResponse<byte[]> response = server.get("/metrics");
    assertEquals(Integer.toString(TEXT_BYTES.length), header(response, "Content-Length"));
    assertEquals(Optional.empty(), response.headers().firstValue("Transfer-Encoding"));
  }

  @Test
  void gzipIsServedWhenAsked() throws Exception {
    HttpResponse<byte[]> response = server.get("/metrics", "Accept-Encoding", "gzip");
    assertEquals("gzip", header(response, "Content-Encoding"));
    assertEquals(Integer.toString(response.body().length), header(response, "Content-Length"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertArrayEquals(TEXT_BYTES, in.readAllBytes());
    }
  }

  @Test
  void refusedGzipIsNotServed() throws Exception {
    HttpResponse<byte[]> response = server.get("/metrics", "Accept-Encoding", "gzip;q=0");
    assertEquals(Optional.empty(), response.headers().firstValue("Content-Encoding"));
    assertArrayEquals(TEXT_BYTES, response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void cachesAreToldWhatTheAnswerDependsOn(String encoding) throws Exception {
    HttpResponse<byte[]> response = server.get("/metrics", "Accept-Encoding", encoding);
    assertEquals("Accept, Accept-Encoding", header(response, "Vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/-/healthy", "/", "/nothing"})
  void everyAnswerForbidsContentSniffing(String path) throws Exception {
    assertEquals("nosniff", header(server.get(path), "X-Content-Type-Options"));
  }

  @Test
  void namesRestrictTheScrape() throws Exception {
    server.get("/metrics?name%5B%5D=a_total&name%5B%5D=b%3Ac");
    assertEquals(List.of(Set.of("a_total", "b:c")), source.askedNames());
  }

  @Test
  void bracketsMayStandUnencodedInTheQuery() throws Exception {
    server.raw("GET /metrics?name[]=a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertEquals(List.of(Set.of("a")), source.askedNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void headHasTheHeadersOfGetAndNoBody(String encoding) throws Exception {
    HttpResponse<byte[]> get = server.get("/metrics", "Accept-Encoding", encoding);
    String head =
        server.raw(
            "HEAD /metrics HTTP/1.1\r\nHost: x\r\nAccept-Encoding: "
                + encoding
                + "\r\nConnection: close\r\n\r\n");
    assertTrue(head.startsWith("HTTP/1.1 200 "), head);
    assertTrue(head.endsWith("\r\n\r\n"), head);
    for (String name : List.of("Content-Length", "Content-Type", "Vary")) {
      String line = "\r\n" + name + ": " + header(get, name) + "\r\n";
      assertTrue(
          head.toLowerCase(Locale.ROOT).contains(line.toLowerCase(Locale.ROOT)),
          line + " in " + head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "X"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    HttpResponse<byte[]> response = server.request(method, "/metrics");
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD", header(response, "Allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/metrics/foo", "/metricsfoo", "/Metrics", "/favicon.ico", "/-/healthy/", "/-/"})
  void otherPathsAreNotFound(String path) throws Exception {
    HttpResponse<byte[]> response = server.get(path);
    assertEquals(404, response.statusCode());
    assertEquals("not found: expected /metrics, /-/healthy or /\n", text(response));
  }

  @Test
  void healthIsAnsweredWithoutAScrape() throws Exception {
    HttpResponse<byte[]> response = server.get("/-/healthy");
    assertEquals(200, response.statusCode());
    assertEquals("The fixture is healthy.\n", text(response));
    assertEquals(List.of(), source.askedNames());
  }

  @Test
  void theLandingPageIsServedAsHtml() throws Exception {
    HttpResponse<byte[]> response = server.get("/");
    assertEquals(200, response.statusCode());
    assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
    assertEquals("<p>A page</p>", text(response));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void malformedRequestsAreAnsweredWithAClientError(String request) throws Exception {
    String answer = server.raw(request);
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    assertFalse(answer.contains("\tat "), answer);
    assertEquals(200, server.get("/-/healthy").statusCode());
  }

  @Test
  void bodiesAreClosedAfterTheAnswer() throws Exception {
    server.get("/metrics");
    server.get("/metrics", "Accept-Encoding", "gzip");
    server.request("HEAD", "/metrics");
    Eventually.holds("every body is closed", source::allClosed);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("absent");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
