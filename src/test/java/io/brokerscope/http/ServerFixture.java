package io.brokerscope.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server on a free loopback port, and a client for it. */
final class ServerFixture implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
  private final MetricsServer server;

  ServerFixture(MetricsSource source) throws IOException {
    this(site(source));
  }

  ServerFixture(Site site) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = MetricsServer.start(anyPort, site, unexpected::add);
  }

  /** A program that is healthy and has a page. */
  static Site site(MetricsSource source) {
    Health healthy = new Health(true, "The fixture is healthy.");
    return new Site(source, () -> "<p>A page</p>", Map.of("/-/healthy", () -> healthy));
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return request("GET", path, headers);
  }

  HttpResponse<byte[]> request(String method, String path, String... headers) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** A connection on which a request has been sent and nothing is read. */
  Socket send(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** All bytes of the answer to a raw request, which must ask for the connection to be closed. */
  String raw(String request) throws IOException {
    try (Socket socket = send(request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<Throwable> unexpected() {
    return unexpected;
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
