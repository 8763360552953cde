package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program that is healthy and not ready answers beside its metrics. */
class SiteTest {
  private static final String NOT_READY = "not ready: no cycle has ended yet";

  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicReference<Health> ready = new AtomicReference<>(new Health(false, NOT_READY));
  private ServerFixture server;

  @BeforeEach
  void start() throws Exception {
    Site site =
        new Site(
            new FixedSource("x 1\n"),
            () -> "<p>Page " + pages.incrementAndGet() + "</p>",
            Map.of("/-/ready", ready::get, "/-/healthy", () -> new Health(true, "alive")));
    server = new ServerFixture(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFailingCheckIs503WithItsLine() throws Exception {
    HttpResponse<byte[]> response = server.get("/-/ready");
    assertEquals(503, response.statusCode());
    assertEquals(NOT_READY + "\n", text(response));
    assertEquals(
        List.of("text/plain; charset=utf-8"), response.headers().allValues("Content-Type"));
  }

  @Test
  void eachCheckHasItsOwnAnswer() throws Exception {
    HttpResponse<byte[]> response = server.get("/-/healthy");
    assertEquals(200, response.statusCode());
    assertEquals("alive\n", text(response));
  }

  @Test
  void aCheckIsMadeAnewAtEachRequest() throws Exception {
    server.get("/-/ready");
    ready.set(new Health(true, "ready"));
    assertEquals(200, server.get("/-/ready").statusCode());
  }

  @Test
  void thePageIsMadeAnewAtEachRequest() throws Exception {
    server.get("/");
    assertEquals("<p>Page 2</p>", text(server.get("/")));
  }

  @Test
  void whatIsNotThereIsToldWhatIs() throws Exception {
    HttpResponse<byte[]> response = server.get("/ready");
    assertEquals(404, response.statusCode());
    assertEquals("not found: expected /metrics, /-/healthy, /-/ready or /\n", text(response));
  }

  @Test
  void headOfAFailingCheckHasItsStatusAndNoBody() throws Exception {
    String head = server.raw("HEAD /-/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(head.startsWith("HTTP/1.1 503 "), head);
    assertTrue(head.contains("\r\nContent-length: " + (NOT_READY.length() + 1) + "\r\n"), head);
    assertTrue(head.endsWith("\r\n\r\n"), head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/-/healthy", "/-/ready"})
  void otherMethodsAreNotAllowed(String path) throws Exception {
    HttpResponse<byte[]> response = server.request("POST", path);
    assertEquals(405, response.statusCode());
    assertEquals(List.of("GET, HEAD"), response.headers().allValues("Allow"));
    assertEquals("method not allowed: expected GET or HEAD\n", text(response));
    assertEquals(0, pages.get());
  }

  @Test
  void aCheckThatThrowsIs500() throws Exception {
    ready.set(null);
    assertEquals(500, server.get("/-/ready").statusCode());
    assertEquals(1, server.unexpected().size());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
