package io.brokerscope.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the answer for a request by its exact path. The JDK's server itself matches prefixes only,
 * so every request comes here.
 */
final class Router implements HttpHandler {
  private static final String HTML = "text/html; charset=utf-8";

  private final Map<String, HttpHandler> answers = new HashMap<>();
  private final String notFound;
  private final Consumer<Throwable> onUnexpected;

  /**
   * @param onUnexpected told of what no answer is foreseen for, before the client gets a 500
   */
  Router(Site site, Consumer<Throwable> onUnexpected) {
    MetricsEndpoint metrics = new MetricsEndpoint(site.metrics());
    answers.put("/metrics", metrics::answer);
    answers.put("/metrics/", metrics::answer);
    site.checks()
        .forEach((path, check) -> answers.put(path, exchange -> sendHealth(exchange, check.get())));
    answers.put("/", exchange -> sendPage(exchange, site.landingPage().get()));
    this.notFound =
        "not found: expected /metrics, " + String.join(", ", site.checks().keySet()) + " or /";
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
    HttpHandler answer = answers.get(exchange.getRequestURI().getPath());
    if (answer == null) {
      Answer.sendLine(exchange, 404, notFound);
      return;
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      Answer.sendLine(exchange, 405, "method not allowed: expected GET or HEAD");
      return;
    }
    answer.handle(exchange);
  }

  private static void sendHealth(HttpExchange exchange, Health health) throws IOException {
    Answer.sendLine(exchange, health.ok() ? 200 : 503, health.line());
  }

  private static void sendPage(HttpExchange exchange, String html) throws IOException {
    Answer.send(exchange, 200, HTML, Answer.Content.of(html));
  }

  /** The client learns that it failed; what failed is told to the operator, not to the network. */
  private static void answerUnexpected(HttpExchange exchange) throws IOException {
    boolean nothingSentYet = exchange.getResponseCode() == -1;
    if (nothingSentYet) {
      exchange.getResponseHeaders().remove("Content-Encoding");
      Answer.sendLine(
          exchange, 500, "the request failed unexpectedly: see the process's error output");
    }
  }
}
