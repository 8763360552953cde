package io.brokerscope.config;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a server listens: {@code host:port}, an IPv6 host in brackets. */
final class ListenAddress {
  private static final int MAXIMUM_PORT = 65535;
  private static final Pattern FORM =
      Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+(?:%[\\w.-]+)?]):(\\d{1,5})");

  private ListenAddress() {}

  /** The address, not looked up; an IPv6 host keeps its brackets. */
  static InetSocketAddress read(Value value) throws ConfigException {
    Matcher matcher = FORM.matcher(value.text());
    if (matcher.matches()) {
      int port = Integer.parseInt(matcher.group(2));
      if (port >= 1 && port <= MAXIMUM_PORT) {
        return InetSocketAddress.createUnresolved(matcher.group(1), port);
      }
    }
    throw value.error(
        "host:port with a port from 1 to " + MAXIMUM_PORT,
        "write it like '0.0.0.0:9308', or '[::]:9308' in quotes for IPv6");
  }
}
