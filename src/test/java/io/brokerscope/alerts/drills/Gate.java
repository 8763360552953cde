package io.brokerscope.alerts.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way through the network: passes connections on to a port of this machine unless it is shut. */
final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final int targetPort;
  private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  private Gate(ServerSocket door, int targetPort) {
    this.door = door;
    this.targetPort = targetPort;
  }

  /**
   * @param ownPort that it listens on, on loopback
   */
  static Gate open(int ownPort, int targetPort) throws IOException {
    Gate gate =
        new Gate(new ServerSocket(ownPort, 50, InetAddress.getLoopbackAddress()), targetPort);
    Daemon.start("gate-" + ownPort, gate::accept);
    return gate;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends all connections; who comes from now on is sent away. */
  void shut() {
    shut = true;
    passing.forEach(Gate::end);
  }

  void reopen() {
    shut = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    shut();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        pass(door.accept());
      } catch (IOException e) {
        // The gate is being closed, or one connection has failed, which its client sees.
      }
    }
  }

  private void pass(Socket from) throws IOException {
    passing.add(from);
    if (shut) {
      end(from);
      return;
    }
    try {
      Socket to = new Socket(InetAddress.getLoopbackAddress(), targetPort);
      passing.add(to);
      Daemon.start("gate-in", () -> copy(from, to));
      Daemon.start("gate-out", () -> copy(to, from));
    } catch (IOException nobodyThere) {
      end(from);
    }
  }

  /** Either side's end is the end of both. */
  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them is gone; so is the other below.
    } finally {
      end(from);
      end(to);
      passing.remove(from);
      passing.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
