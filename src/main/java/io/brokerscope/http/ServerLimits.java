package io.brokerscope.http;

import java.util.Map;

/**
 * Settings of the JDK's server that it takes from system properties only, once in a JVM, when its
 * first server is made. What the host has set stays.
 */
final class ServerLimits {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          // A client that never finishes its request, or never reads the answer, is cut off after
          // so
          // many seconds. The values are those that simpleclient_httpserver sets, too late for us.
          "sun.net.httpserver.maxReqTime", "60",
          "sun.net.httpserver.maxRspTime", "600",
          // Headers and body go out in separate writes: without TCP_NODELAY a short body waits for
          // the client's delayed acknowledgement, 40 ms on Linux.
          "sun.net.httpserver.nodelay", "true");

  private ServerLimits() {}

  static void setUnlessSet() {
    DEFAULTS.forEach(System.getProperties()::putIfAbsent);
  }
}
