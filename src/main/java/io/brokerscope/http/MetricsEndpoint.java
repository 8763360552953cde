package io.brokerscope.http;

import com.sun.net.httpserver.HttpExchange;
import io.brokerscope.exposition.MetricsBody;
import java.io.IOException;

/** Answers {@code /metrics}: one scrape, in the format and coding that the client prefers. */
final class MetricsEndpoint {
  private final MetricsSource source;

  MetricsEndpoint(MetricsSource source) {
    this.source = source;
  }

  void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Vary", "Accept, Accept-Encoding");
    var headers = exchange.getRequestHeaders();
    var format = Negotiation.format(headers.get("Accept"));
    var names = NameFilter.names(exchange.getRequestURI().getRawQuery());
    try (MetricsBody body = source.scrape(format, names)) {
      send(exchange, body, Negotiation.gzip(headers.get("Accept-Encoding")));
    } catch (UnavailableException e) {
      Answer.sendLine(exchange, 503, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Answer.sendLine(exchange, 503, "stopping: the metrics server is being closed");
    }
  }

  private static void send(HttpExchange exchange, MetricsBody body, boolean gzip)
      throws IOException {
    Answer.Content content;
    if (gzip) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      content = new Answer.Content(body.gzipSizeBytes(), body::writeGzipTo);
    } else {
      content = new Answer.Content(body.sizeBytes(), body::writeTo);
    }
    Answer.send(exchange, 200, body.format().contentType(), content);
  }
}
