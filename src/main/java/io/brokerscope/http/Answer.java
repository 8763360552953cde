package io.brokerscope.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends answers whose length is known, never chunked. An answer to HEAD has the headers of the one
 * to GET and no body.
 */
final class Answer {
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  private Answer() {}

  /** Writes a body of the length that was announced. */
  @FunctionalInterface
  interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Sends one line of text, which must not end in a line break. */
  static void sendLine(HttpExchange exchange, int status, String line) throws IOException {
    send(exchange, status, PLAIN_TEXT, Content.of(line + "\n"));
  }

  static void send(HttpExchange exchange, int status, String contentType, Content content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.sizeBytes()));
    if (exchange.getRequestMethod().equals("HEAD") || content.sizeBytes() == 0) {
      // -1 is the JDK's word for "no body"; 0 would be chunked.
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, content.sizeBytes());
      content.writer().writeTo(exchange.getResponseBody());
    }
  }

  /** A body and its length, as they go over the wire. */
  record Content(int sizeBytes, BodyWriter writer) {
    static Content of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Content(bytes.length, out -> out.write(bytes));
    }
  }
}
