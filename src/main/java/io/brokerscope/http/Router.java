package io.brokerscope.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Finds the answer for a request by its exact path. The JDK's server itself matches prefixes only,
 * so every request comes here.
 */
final class Router implements HttpHandler {
  private static final String HTML = "text/html; charset=utf-8";

  private final MetricsEndpoint metrics;
  private final LandingPage landingPage;
  private final Consumer<Throwable> onUnexpected;

  /**
   * @param onUnexpected told of what no answer is foreseen for, before the client gets a 500
   */
  Router(MetricsSource source, String version, Consumer<Throwable> onUnexpected) {
    this.metrics = new MetricsEndpoint(source);
    this.landingPage = new LandingPage(version);
    this.onUnexpected = onUnexpected;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      route(exchange);
    } catch (RuntimeException | Error e) {
      onUnexpected.accept(e);
      answerUnexpected(exchange);
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/metrics", "/metrics/", "/-/healthy", "/" -> routeKnown(exchange, path);
      default -> Answer.sendLine(exchange, 404, "not found: expected /metrics, /-/healthy or /");
    }
  }

  private void routeKnown(HttpExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      Answer.sendLine(exchange, 405, "method not allowed: expected GET or HEAD");
      return;
    }
    switch (path) {
      case "/" -> Answer.send(exchange, 200, HTML, Answer.Content.of(landingPage.html()));
      case "/-/healthy" -> Answer.sendLine(exchange, 200, "Brokerscope is healthy.");
      default -> metrics.answer(exchange);
    }
  }

  /** The client learns that it failed; what failed is told to the operator, not to the network. */
  private static void answerUnexpected(HttpExchange exchange) throws IOException {
    boolean nothingSentYet = exchange.getResponseCode() == -1;
    if (nothingSentYet) {
      exchange.getResponseHeaders().remove("Content-Encoding");
      Answer.sendLine(
          exchange, 500, "the scrape failed unexpectedly: see the process's error output");
    }
  }
}
