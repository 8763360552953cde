package io.brokerscope.agent;

import io.brokerscope.http.MetricsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Takes the agent's port, or says why it cannot be had. */
final class AgentPort {
  /** Below it a port may need a privilege. */
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private AgentPort() {}

  static MetricsServer bind(AgentArguments arguments) throws StartUpException {
    InetSocketAddress address = arguments.address();
    try {
      return MetricsServer.bind(address);
    } catch (UnknownHostException e) {
      throw new StartUpException(
          "host '" + arguments.host() + "' is unknown, expected a name or address of this machine",
          e);
    } catch (BindException e) {
      throw new StartUpException(whyNotBound(address, e), e);
    } catch (IOException e) {
      throw new StartUpException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  private static String whyNotBound(InetSocketAddress address, BindException e) {
    if (!isLocal(address)) {
      return "host '" + address.getHostString() + "' is not an address of this machine";
    }
    if (address.getPort() < FIRST_UNPRIVILEGED_PORT) {
      return "port " + address.getPort() + " cannot be had: " + e.getMessage();
    }
    return "port "
        + address.getPort()
        + " is taken, metrics are off in this process (normal for Kafka's command-line tools)";
  }

  private static boolean isLocal(InetSocketAddress address) {
    try {
      return address.getAddress().isAnyLocalAddress()
          || address.getAddress().isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address.getAddress()) != null;
    } catch (SocketException e) {
      return true; // Not known: the likelier reason is that the port is taken.
    }
  }
}
