package io.brokerscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ServerThreadsTest {
  private static final String GET = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";

  /** More than the kernel's buffers of a loopback connection take. */
  private static final String HUGE = "some_series{label=\"value\"} 1.0\n".repeat(800_000);

  @Test
  void twentyRequestsAtATimeAreAllAnswered() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try (ServerFixture server = new ServerFixture(new FixedSource("x 1\n"))) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(clients.submit(() -> server.get("/metrics").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertEquals(200, answer.get());
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void healthIsAnsweredWhileScrapesWait() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FixedSource bodies = new FixedSource("x 1\n");
    MetricsSource source =
        (format, names) -> {
          release.await();
          return bodies.scrape(format, names);
        };
    try (ServerFixture server = new ServerFixture(source);
        Socket first = server.send(GET);
        Socket second = server.send(GET)) {
      assertEquals(200, server.get("/-/healthy").statusCode());
      release.countDown();
      assertTrue(first.getInputStream().read() >= 0);
      assertTrue(second.getInputStream().read() >= 0);
    }
  }

  @Test
  void clientsThatDoNotReadLeaveOthersAlone() throws Exception {
    try (ServerFixture server = new ServerFixture(new FixedSource(HUGE));
        Socket first = server.send(GET);
        Socket second = server.send(GET)) {
      assertEquals(HUGE.length(), server.get("/metrics").body().length);
      assertTrue(first.isConnected() && second.isConnected());
    }
  }

  @Test
  void theServerRecoversWhenMoreClientsThanThreadsHangUp() throws Exception {
    FixedSource source = new FixedSource(HUGE);
    List<Socket> clients = new ArrayList<>();
    try (ServerFixture server = new ServerFixture(source)) {
      for (int i = 0; i < HttpThreads.MAXIMUM + 4; i++) {
        clients.add(server.send(GET));
      }
      for (Socket client : clients) {
        client.close();
      }
      assertEquals(HUGE.length(), server.get("/metrics").body().length);
      Eventually.holds("bodies of clients that hung up are closed", source::allClosed);
      assertEquals(List.of(), server.unexpected());
    }
  }

  @Test
  void noThreadKeepsTheProcessAlive() throws Exception {
    Set<Thread> before = liveThreads();
    try (ServerFixture server = new ServerFixture(new FixedSource("x 1\n"))) {
      server.get("/metrics");
      Set<Thread> started = liveThreads();
      started.removeAll(before);
      assertTrue(
          started.stream().anyMatch(thread -> thread.getName().startsWith("brokerscope-http-")));
      assertEquals(List.of(), started.stream().filter(thread -> !thread.isDaemon()).toList());
    }
  }

  @Test
  void closingFreesThePortAndEndsTheThreads() throws Exception {
    Set<Thread> before = liveThreads();
    ServerFixture server = new ServerFixture(new FixedSource("x 1\n"));
    server.get("/metrics");
    server.close();
    assertThrows(ConnectException.class, () -> server.get("/metrics"));
    Eventually.holds(
        "no thread of the server is left",
        () ->
            liveThreads().stream()
                .filter(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().startsWith("brokerscope-http-")));
  }

  @Test
  void aWaitingScrapeIsInterruptedByClosing() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    MetricsSource source =
        (format, names) -> {
          waiting.countDown();
          try {
            new CountDownLatch(1).await();
            throw new UnavailableException("cannot happen");
          } finally {
            interrupted.countDown();
          }
        };
    ServerFixture server = new ServerFixture(source);
    try (Socket client = server.send(GET)) {
      waiting.await();
      server.close();
      interrupted.await();
      assertTrue(client.isConnected());
    }
  }

  @Test
  void aTakenPortIsABindException() throws Exception {
    try (ServerFixture server = new ServerFixture(new FixedSource("x 1\n"))) {
      InetSocketAddress taken =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      assertThrows(BindException.class, () -> MetricsServer.bind(taken));
    }
  }

  @Test
  void aHostWithoutAddressIsAnUnknownHostException() {
    InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
    assertThrows(UnknownHostException.class, () -> MetricsServer.bind(unknown));
  }

  @Test
  void aBoundServerThatNeverServedCanBeClosed() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    MetricsServer server = MetricsServer.bind(anyPort);
    InetSocketAddress same = new InetSocketAddress(anyPort.getAddress(), server.port());
    server.close();
    MetricsServer.bind(same).close();
  }

  @Test
  void whatConnectsBeforeServingIsAnsweredLater() throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (MetricsServer server = MetricsServer.bind(anyPort);
        Socket early = new Socket(anyPort.getAddress(), server.port())) {
      early.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
      server.serve(ServerFixture.site(new FixedSource("x 1\n")), failure -> {});
      early.setSoTimeout(30_000);
      assertEquals('H', early.getInputStream().read());
    }
  }

  private static Set<Thread> liveThreads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }
}
