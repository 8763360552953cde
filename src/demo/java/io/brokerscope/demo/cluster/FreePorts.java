package io.brokerscope.demo.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds loopback ports that nobody listens on. */
public final class FreePorts {

  /**
   * Below Linux's ephemeral ports (32768 and up), so that no outgoing connection takes one before
   * its node does.
   */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  /** Not given away twice: who got one may not listen yet. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** Distinct ports, all free at the time of the call, that nobody in this JVM has got before. */
  public static List<Integer> find(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        hold(held);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static void hold(List<ServerSocket> held) throws IOException {
    int port = new Random().nextInt(LOWEST, HIGHEST);
    if (!GIVEN.add(port)) {
      return; // Another port is drawn by the caller's loop, as below.
    }
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException taken) {
      // Somebody else's.
    }
  }
}
