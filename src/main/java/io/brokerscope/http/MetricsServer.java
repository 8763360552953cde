package io.brokerscope.http;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/**
 * An HTTP server for one program's metrics. All its threads are daemons.
 *
 * <p>It is bound first and serves later, so that a taken port is known before anything else is
 * done. What connects between the two waits.
 */
public final class MetricsServer implements AutoCloseable {
  /** Connections that the kernel holds until they are accepted. */
  private static final int BACKLOG = 50;

  private final HttpServer bound;
  private HTTPServer serving; // null until serve()

  private MetricsServer(HttpServer bound) {
    this.bound = bound;
  }

  /**
   * Binds and serves at once.
   *
   * @throws IOException as {@link #bind}
   */
  public static MetricsServer start(
      InetSocketAddress address, Site site, Consumer<Throwable> onUnexpected) throws IOException {
    MetricsServer server = bind(address);
    server.serve(site, onUnexpected);
    return server;
  }

  /**
   * Takes the port.
   *
   * @param address port 0 takes any free port
   * @throws UnknownHostException when the host has no address
   * @throws java.net.BindException when the port is taken, is not allowed to this user, or the host
   *     is not this machine
   */
  public static MetricsServer bind(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    ServerLimits.setUnlessSet();
    return new MetricsServer(HttpServer.create(address, BACKLOG));
  }

  /**
   * Starts to answer requests.
   *
   * @param onUnexpected told of failures that nobody foresaw, on an HTTP thread, each time
   */
  public void serve(Site site, Consumer<Throwable> onUnexpected) throws IOException {
    Router router = new Router(site, onUnexpected);
    serving =
        new HTTPServer.Builder()
            .withHttpServer(new RoutedHttpServer(bound, router, HttpThreads.newPool()))
            .withRegistry(new CollectorRegistry()) // never read: our handler answers
            .withDaemonThreads(true)
            .build();
  }

  /** The port, also when it was chosen by the system. */
  public int port() {
    return bound.getAddress().getPort();
  }

  /** Frees the port and ends the threads; requests in progress are cut off. */
  @Override
  public void close() {
    if (serving == null) {
      // Only the JDK's running dispatcher lets go of the port.
      bound.start();
      bound.stop(0);
    } else {
      serving.close();
    }
  }
}
