package io.brokerscope.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Talks to the probe inside a measured JVM; one connection until {@link #close}. */
final class Probe implements AutoCloseable {
  private final Socket socket;
  private final DataOutputStream commands;
  private final DataInputStream answers;

  private Probe(Socket socket) throws IOException {
    this.socket = socket;
    this.commands = new DataOutputStream(socket.getOutputStream());
    this.answers = new DataInputStream(socket.getInputStream());
  }

  static Probe connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Probe(socket);
  }

  /** What a live thread has cost since it started. */
  record ThreadCost(String name, long cpuNanos, long allocatedBytes) {}

  /** The live Java threads by id. */
  Map<Long, ThreadCost> threads() throws IOException {
    Map<Long, ThreadCost> threads = new HashMap<>();
    for (String line : ask("threads").lines().toList()) {
      List<String> fields = List.of(line.split("\t", 4));
      threads.put(
          Long.valueOf(fields.get(0)),
          new ThreadCost(
              fields.get(3), Long.parseLong(fields.get(1)), Long.parseLong(fields.get(2))));
    }
    return threads;
  }

  /** Makes the floor's plan of the MBeans that exist now, and returns how many it reads. */
  int prepareFloor() throws IOException {
    return Integer.parseInt(ask("prepare floor"));
  }

  /** Runs a pass of the JMX floor and returns the number of values. */
  int floor() throws IOException {
    return Integer.parseInt(ask("floor"));
  }

  /** Collects garbage and counts what is left. */
  HeapContent heap() throws IOException {
    return HeapContent.parse(ask("histogram"));
  }

  private String ask(String command) throws IOException {
    commands.writeUTF(command);
    commands.flush();
    byte[] answer = new byte[answers.readInt()];
    answers.readFully(answer);
    return new String(answer, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
