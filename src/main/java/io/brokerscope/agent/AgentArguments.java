package io.brokerscope.agent;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code =} in {@code -javaagent:brokerscope-agent.jar=}.
 *
 * @param host name or address; an IPv6 address stands in brackets
 * @param port 1 to 65535
 * @param file the configuration, relative to the working directory
 */
record AgentArguments(String host, int port, String file) {
  private static final String DEFAULT_HOST = "0.0.0.0";
  private static final int MAXIMUM_PORT = 65535;

  /** jmx_exporter's expression, so that its users can keep their command lines. */
  private static final Pattern FORM =
      Pattern.compile("(?:([\\w.-]+|\\[.+]):)?(\\d{1,5}):(.+)", Pattern.DOTALL);

  private static final String EXPECTED =
      "expected [host:]port:file with a port from 1 to 65535 and an IPv6 host in brackets,"
          + " for example 9404:config/kafka-broker.yml";

  /**
   * @param argument null when the agent was given none
   */
  static AgentArguments parse(String argument) throws StartUpException {
    if (argument == null || argument.isBlank()) {
      throw new StartUpException("the agent has no argument, " + EXPECTED);
    }
    Matcher matcher = FORM.matcher(argument);
    if (!matcher.matches()) {
      throw new StartUpException("the agent's argument is '" + argument + "', " + EXPECTED);
    }
    int port = Integer.parseInt(matcher.group(2));
    if (port < 1 || port > MAXIMUM_PORT) {
      throw new StartUpException(
          "the port in the agent's argument '" + argument + "' is " + port + ", " + EXPECTED);
    }
    String host = matcher.group(1) == null ? DEFAULT_HOST : matcher.group(1);
    return new AgentArguments(host, port, matcher.group(3));
  }

  /** Looks the host up; the result may be unresolved. */
  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }
}
