package io.brokerscope.packs;

import static io.brokerscope.packs.Ranges.assertBetween;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a broker says of connections that come all at once, stay, and go. */
@Tag("waits-for-brokers")
class BrokerPackConnectionsIT {
  private static final String SOCKETS = "kafka_server_socket_server_metrics_";
  private static final String CREATED = SOCKETS + "connection_creation_total";
  private static final String CREATION_RATE = SOCKETS + "connection_creation_rate";
  private static final String CLOSED = SOCKETS + "connection_close_total";
  private static final String OPEN = SOCKETS + "connection_count";
  private static final String ACCEPT_RATE = SOCKETS + "connection_accept_rate";
  private static final String BROKERS_ACCEPT_RATE = SOCKETS + "broker_connection_accept_rate";
  private static final String[] LISTENER = {"listener", DebugNode.LISTENER};

  private static final int MANY = 50;

  private static DebugNode broker;

  @BeforeAll
  static void start() throws Exception {
    // Rates are over two windows.
    broker = DebugNode.start("metrics.sample.window.ms=5000");
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void connections_that_open_and_close_are_counted_one_by_one() throws Exception {
    Figures before = broker.figures();
    try (OpenSockets sockets = new OpenSockets()) {
      sockets.open();
      broker.figures(MANY + " more", read -> growth(before, read, CREATED) == MANY);
      broker.figures(MANY + " more open", read -> growth(before, read, OPEN) == MANY);
    }
    broker.figures(MANY + " more closed", read -> growth(before, read, CLOSED) == MANY);
    broker.figures("as many open as before", read -> growth(before, read, OPEN) == 0);
  }

  private static double growth(Figures before, Figures after, String figure) {
    return after.sum(figure, LISTENER) - before.sum(figure, LISTENER);
  }

  @Test
  void the_rates_of_new_connections_rise_and_fall_back_to_none() throws Exception {
    try (OpenSockets sockets = new OpenSockets()) {
      sockets.open();
      Figures after = broker.figures("new ones", read -> read.sum(CREATION_RATE, LISTENER) > 1);

      assertBetween(1, MANY, after.sum(CREATION_RATE, LISTENER));
      assertBetween(1, MANY, after.value(ACCEPT_RATE, LISTENER));
      assertBetween(1, MANY, after.value(BROKERS_ACCEPT_RATE));
    }
    broker.figures(
        "no new ones",
        read ->
            read.sum(CREATION_RATE, LISTENER) == 0
                && read.value(ACCEPT_RATE, LISTENER) == 0
                && read.value(BROKERS_ACCEPT_RATE) == 0);
  }

  /** Connections that say nothing. */
  private static final class OpenSockets implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    void open() throws IOException {
      for (int i = 0; i < MANY; i++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), broker.node().ports().client()));
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
