package io.brokerscope.bench.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers one client's commands, each a modified UTF-8 string, with a length and so many bytes of
 * UTF-8. A socket rather than the JDK's HTTP server, whose dispatcher threads have the same name
 * for everybody.
 */
final class ProbeServer implements Runnable {
  private final ServerSocket listening;
  private final JmxFloor floor;

  private ProbeServer(ServerSocket listening, JmxFloor floor) {
    this.listening = listening;
    this.floor = floor;
  }

  static ProbeServer bind(int port, JmxFloor floor) throws IOException {
    return new ProbeServer(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), floor);
  }

  @Override
  public void run() {
    try (Socket client = listening.accept()) {
      client.setTcpNoDelay(true);
      serve(
          new DataInputStream(client.getInputStream()),
          new DataOutputStream(client.getOutputStream()));
    } catch (EOFException clientIsGone) {
      // The measurement is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(DataInputStream commands, DataOutputStream answers) throws IOException {
    while (true) {
      byte[] answer = answer(commands.readUTF()).getBytes(StandardCharsets.UTF_8);
      answers.writeInt(answer.length);
      answers.write(answer);
    }
  }

  private String answer(String command) {
    return switch (command) {
      case "threads" -> ThreadCosts.now();
      case "histogram" -> ClassHistogram.ofLiveObjects();
      case "prepare floor" -> Integer.toString(floor.prepare());
      case "floor" -> Integer.toString(floor.pass());
      default -> throw new IllegalArgumentException("unknown command " + command);
    };
  }
}
