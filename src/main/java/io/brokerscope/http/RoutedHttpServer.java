package io.brokerscope.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * The JDK's server with its handler and threads decided beforehand: whoever creates a context in it
 * gets our handler, whoever sets an executor leaves ours in place.
 *
 * <p>simpleclient_httpserver's HTTPServer creates its own contexts and its own unbounded pool and
 * starts the server, all in one constructor. Given this server, none of its handlers can ever see a
 * request, and no request can come before our handler is in place.
 */
final class RoutedHttpServer extends HttpServer {
  private final HttpServer delegate;
  private final HttpHandler handler;
  private final ExecutorService threads;

  /**
   * @param delegate bound and not started
   */
  RoutedHttpServer(HttpServer delegate, HttpHandler handler, ExecutorService threads) {
    this.delegate = delegate;
    this.handler = handler;
    this.threads = threads;
  }

  @Override
  public void start() {
    delegate.setExecutor(threads);
    delegate.start();
  }

  @Override
  public void stop(int delaySeconds) {
    delegate.stop(delaySeconds);
    threads.shutdownNow();
  }

  @Override
  public HttpContext createContext(String path, HttpHandler replaced) {
    return delegate.createContext(path, handler);
  }

  @Override
  public HttpContext createContext(String path) {
    return delegate.createContext(path, handler);
  }

  @Override
  public void setExecutor(Executor replaced) {}

  @Override
  public Executor getExecutor() {
    return threads;
  }

  @Override
  public void bind(InetSocketAddress address, int backlog) {
    throw new IllegalStateException("the server is bound already, to " + getAddress());
  }

  @Override
  public void removeContext(String path) {
    delegate.removeContext(path);
  }

  @Override
  public void removeContext(HttpContext context) {
    delegate.removeContext(context);
  }

  @Override
  public InetSocketAddress getAddress() {
    return delegate.getAddress();
  }
}
